using ResNetGen.CodeFixes.Tests.Support;

namespace ResNetGen.CodeFixes.Tests;

/// <summary>What the compiler does not know in the attribute: arguments, enums, their members.</summary>
public class MisspeltWordTests
{
    [Theory]
    [InlineData("CS0117", "Block = Block.Botleneck", "Bottleneck", "Block = Block.Bottleneck")]
    [InlineData("CS0117", "Block = ResNetGen.Block.bottleneck", "Bottleneck", "Block = ResNetGen.Block.Bottleneck")]
    [InlineData("CS0117", "Activation = Activation.leaky_relu", "LeakyRelu", "Activation = Activation.LeakyRelu")]
    [InlineData("CS0103", "Block = Blok.Bottleneck", "Block.Bottleneck", "Block = Block.Bottleneck")]
    [InlineData("CS0103", "Block = Blok.Botleneck", "Block.Bottleneck", "Block = Block.Bottleneck")]
    [InlineData("CS0103", "Block = Kind.Bottleneck", "Block.Bottleneck", "Block = Block.Bottleneck")]
    [InlineData("CS0103", "StemPoolAntiAliasing = blur", "AntiAliasing.Blur", "StemPoolAntiAliasing = AntiAliasing.Blur")]
    [InlineData("CS0103", "Block = preact_basic", "Block.PreactBasic", "Block = Block.PreactBasic")]
    [InlineData("CS0234", "Block = ResNetGen.Blok.Bottleneck", "Block.Bottleneck", "Block = Block.Bottleneck")]
    [InlineData("CS0246", "Blcks = new[] { 1 }", "Blocks", "Blocks = new[] { 1 }")]
    [InlineData("CS0246", "widths = new[] { 16 }", "Widths", "Widths = new[] { 16 }")]
    public void The_nearest_word_takes_its_place(string id, string before, string word, string after)
    {
        string Source(string argument) => $"using ResNetGen;\r\n[ResNet(/* a */ {argument} /* b */ , N = 2)]\r\npartial class Net;\r\n";
        if (word == "Blocks")
            (before, after) = (before + ", Name = \"x\"", after + ", Name = \"x\"");

        // 'N' and 'Blocks' exclude each other: an error of another kind, which stays.
        var project = UserProject.Of(Source(before));
        var fixedOne = project.Apply(Assert.Single(project.Fixes(id), f => f.Title == $"Change to '{word}'"));
        Assert.Equal(Source(after), fixedOne.Files["/project/Net.cs"]);
        Assert.Empty(fixedOne.Found(id));
        if (word is not ("Blocks" or "Widths"))
            fixedOne.Compiles();
    }

    [Fact]
    public void Without_a_using_the_namespace_is_written()
    {
        var project = UserProject.Of("[ResNetGen.ResNet(N = 2, Block = bottleneck)] partial class Net;");
        Assert.Equal("[ResNetGen.ResNet(N = 2, Block = ResNetGen.Block.Bottleneck)] partial class Net;", project.Fix("CS0103", "Change to 'ResNetGen.Block.Bottleneck'").Files["/project/Net.cs"]);
    }

    [Theory]
    [InlineData("CS0117", "[ResNetGen.ResNet(N = 2, Block = ResNetGen.Block.Xyz)] partial class Net;")]
    [InlineData("CS0246", "[ResNetGen.ResNet(N = 2, Xyzzy = 1)] partial class Net;")]
    [InlineData("CS0103", "[ResNetGen.ResNet(N = 2, Classes = Few)] partial class Net;")]
    [InlineData("CS0117", "[System.AttributeUsage(System.AttributeTargets.Clas)] class A : System.Attribute;")]
    [InlineData("CS0117", "class A { object B = ResNetGen.Block.Botleneck; }")]
    [InlineData("CS0103", "class A { object B = Blok.Bottleneck; }")]
    [InlineData("CS0246", "class A { Blok B; }")]
    public void Nothing_is_offered_elsewhere_or_where_nothing_is_near(string id, string source) => Assert.Empty(UserProject.Of(source).Fixes(id));

    [Fact]
    public void An_argument_that_is_said_already_is_not_offered()
    {
        var project = UserProject.Of("[ResNetGen.ResNet(Blocks = new[] { 1 }, Blcks = new[] { 1 })] partial class Net;");
        Assert.DoesNotContain("Change to 'Blocks'", project.Fixes("CS0246").Select(f => f.Title));
    }

    [Fact]
    public void Fix_all_changes_every_one()
    {
        const string source = "using ResNetGen;\n[ResNet(N = 2, Block = Block.Botleneck)] partial class A;\n[ResNet(N = 2, Block = Block.Botleneck)] partial class B;\n";
        Assert.Equal(source.Replace("Botle", "Bottle"), UserProject.Of(source).FixAll("CS0117", "Change to 'Bottleneck'").Compiles().Files["/project/Net.cs"]);
    }
}
