using ResNetGen.CodeFixes.Tests.Support;

namespace ResNetGen.CodeFixes.Tests;

/// <summary>RNG2001 and RNG2003: classes and the types around them become partial, and nothing else changes.</summary>
public class MakePartialTests
{
    private const string Attribute = "[ResNetGen.ResNet(Blocks = new[] { 1 })]";

    [Theory]
    [InlineData(Attribute + "\nclass Net;\n", Attribute + "\npartial class Net;\n")]
    [InlineData(Attribute + "\r\npublic  sealed\r\n  class Net\r\n{\r\n}\r\n", Attribute + "\r\npublic  sealed\r\n  partial class Net\r\n{\r\n}\r\n")]
    [InlineData("/* größe 😀 */ " + Attribute + " /* a */ class /* b */ Net { } // c", "/* größe 😀 */ " + Attribute + " /* a */ partial class /* b */ Net { } // c")]
    public void A_class_becomes_partial(string before, string after) =>
        Assert.Equal(after, UserProject.Of(before).Fix("RNG2001", "Make 'Net' partial").Files["/project/Net.cs"]);

    [Fact]
    public void All_types_around_a_network_become_partial_at_once()
    {
        const string before = "public readonly struct A\n{\n    interface B\n    {\n        class Other;\n        partial record C\n        {\n            " + Attribute + " class Net;\n        }\n    }\n}\n";
        var after = before.Replace("struct A", "partial struct A").Replace("interface B", "partial interface B").Replace("] class Net", "] partial class Net");
        Assert.Equal(after, UserProject.Of(before).Fix("RNG2003", "Make the types around the network partial").Files["/project/Net.cs"]);
    }

    [Theory]
    [InlineData("RNG2001", "Make 'A' partial", Attribute + " class A;\n" + Attribute + " class B;\nclass C;\n", Attribute + " partial class A;\n" + Attribute + " partial class B;\nclass C;\n")]
    [InlineData(
        "RNG2003",
        "Make the types around the network partial",
        "class A { class B { " + Attribute + " partial class Net; class N; } }\nclass C { " + Attribute + " partial class Net; }\n",
        "partial class A { partial class B { " + Attribute + " partial class Net; class N; } }\npartial class C { " + Attribute + " partial class Net; }\n")]
    public void Fix_all_makes_every_one_partial(string id, string title, string before, string after)
    {
        var fixedAll = UserProject.Of(before).WithSource(Attribute + " partial class Good;\n", "/project/Good.cs").FixAll(id, title).Compiles();
        Assert.Equal(after, fixedAll.Files["/project/Net.cs"]);
        Assert.Empty(fixedAll.Found(id));
    }
}
