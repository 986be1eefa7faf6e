using ResNetGen.CodeFixes.Tests.Support;

namespace ResNetGen.CodeFixes.Tests;

/// <summary>RNG2006 and RNG2007: what carries the attribute becomes an ordinary class without a base.</summary>
public class OrdinaryClassTests
{
    private const string Attribute = "[ResNetGen.ResNet(Blocks = new[] { 1 })]";

    [Theory]
    [InlineData("public static partial class Net { }", "Remove 'static'", "public partial class Net { }")]
    [InlineData("file sealed partial class Net;", "Remove 'file'", "sealed partial class Net;")]
    [InlineData("sealed partial record Net;", "Change 'Net' to a class", "sealed partial class Net;")]
    [InlineData("partial record /* a */ class Net { }", "Change 'Net' to a class", "partial class Net { }")]
    [InlineData("public readonly partial struct Net { }", "Change 'Net' to a class", "public partial class Net { }")]
    [InlineData("ref partial struct Net;", "Change 'Net' to a class", "partial class Net;")]
    [InlineData("partial record struct Net;", "Change 'Net' to a class", "partial class Net;")]
    [InlineData("partial interface Net { }", "Change 'Net' to a class", "partial class Net { }")]
    public void It_becomes_an_ordinary_class(string before, string title, string after)
    {
        // An attribute for classes alone on something else is an error of the compiler, too.
        var project = UserProject.Of(Attribute + "\r\n" + before + "\r\n");
        Assert.Equal(Attribute + "\r\n" + after + "\r\n", project.Fix("RNG2006", title).Files["/project/Net.cs"]);
    }

    [Fact]
    public void Every_declaration_changes()
    {
        var fixedOne = UserProject.Of(Attribute + " partial record Net;\nclass Other;\n")
            .WithSource("sealed partial record Net { public int X => 1; }", "/project/More.cs").Fix("RNG2006", "Change 'Net' to a class");
        Assert.Equal(Attribute + " partial class Net;\nclass Other;\n", fixedOne.Files["/project/Net.cs"]);
        Assert.Equal("sealed partial class Net { public int X => 1; }", fixedOne.Files["/project/More.cs"]);
    }

    [Theory]
    [InlineData("partial record Net(int X);")]
    [InlineData("partial struct Net(int x) { public int X => x; }")]
    [InlineData("partial interface Net { void F(); }")]
    public void What_would_mean_something_else_is_left_alone(string source) =>
        Assert.Empty(UserProject.Of(Attribute + " " + source).Fixes("RNG2006"));

    [Theory]
    [InlineData("partial class Net : System.IO.MemoryStream;", "partial class Net;")]
    [InlineData("partial class Net /* a */ : System.IO.MemoryStream, System.ICloneable\n{ public object Clone() => this; }", "partial class Net /* a */ : System.ICloneable\n{ public object Clone() => this; }")]
    [InlineData("partial class Net() : System.Collections.Generic.List<int>(3) { }", "partial class Net() { }")]
    public void A_base_is_taken_away(string before, string after)
    {
        var project = UserProject.Of(Attribute + " " + before);
        var title = Assert.Single(project.Fixes("RNG2007")).Title;
        Assert.StartsWith("Remove the base class '", title, StringComparison.Ordinal);
        var fixedOne = project.Apply(project.Fixes("RNG2007")[0]);
        Assert.Equal(Attribute + " " + after, fixedOne.Files["/project/Net.cs"]);
        Assert.Empty(fixedOne.Found("RNG2007"));
    }
}
