using ResNetGen.CodeFixes.Tests.Support;

namespace ResNetGen.CodeFixes.Tests;

/// <summary>RNG2005: an attribute that says no network says one.</summary>
public class SayNetworkTests
{
    [Theory]
    [InlineData("[ResNetGen.ResNet]", 4, "[ResNetGen.ResNet(Blocks = new[] { 2, 2, 2, 2 })]")]
    [InlineData("[ResNetGen.ResNet()]", 4, "[ResNetGen.ResNet(Blocks = new[] { 2, 2, 2, 2 })]")]
    [InlineData("[ResNetGen.ResNet( Classes = 3 /* few */ )]", 4, "[ResNetGen.ResNet( Blocks = new[] { 2, 2, 2, 2 }, Classes = 3 /* few */ )]")]
    [InlineData("[ResNetGen.ResNet(Blocks = null)]", 4, "[ResNetGen.ResNet(Blocks = new[] { 2, 2, 2, 2 })]")]
    [InlineData("[ResNetGen.ResNet(Widths = new[] { 16, 32 }, Strides = new[] { 1, 2 })]", 2, "[ResNetGen.ResNet(Blocks = new[] { 2, 2 }, Widths = new[] { 16, 32 }, Strides = new[] { 1, 2 })]")]
    [InlineData("[ResNetGen.ResNet(null)]", 4, "[ResNetGen.ResNet(null, Blocks = new[] { 2, 2, 2, 2 })]")]
    public void Blocks_are_added_for_each_stage(string before, int stages, string after) => Assert.Equal(
        after + " partial class Net;",
        UserProject.Of(before + " partial class Net;")
            .Fix("RNG2005", $"Add 'Blocks = new[] {{ {string.Join(", ", Enumerable.Repeat(2, stages))} }}'").Files["/project/Net.cs"]);

    [Theory]
    [InlineData("[ResNetGen.ResNet]", "[ResNetGen.ResNet(\"resnet50.resnet.yaml\")]")]
    [InlineData("[ResNetGen.ResNet(Classes = 3)]", "[ResNetGen.ResNet(\"resnet50.resnet.yaml\", Classes = 3)]")]
    public void A_spec_with_a_name_like_the_class_is_named(string before, string after) => Assert.Equal(
        after + " partial class ResNet50;",
        UserProject.Of(before + " partial class ResNet50;").WithSpec("/project/specs/resnet50.resnet.yaml", "stages: [{ blocks: 1 }]")
            .Fix("RNG2005", "Take the network from 'resnet50.resnet.yaml'").Files["/project/Net.cs"]);

    [Fact]
    public void A_spec_is_made_for_the_class()
    {
        var fixedOne = UserProject.Of("[ResNetGen.ResNet]\npartial class ResNet50;\n").Fix("RNG2005", "Create the spec file 'ResNet50.resnet.yaml'");
        Assert.Equal("[ResNetGen.ResNet(\"ResNet50.resnet.yaml\")]\npartial class ResNet50;\n", fixedOne.Files["/project/Net.cs"]);
        Assert.StartsWith("version: 1\nname: ResNet50\n", fixedOne.Files["/project/ResNet50.resnet.yaml"], StringComparison.Ordinal);
    }

    [Fact]
    public void Fix_all_adds_blocks_everywhere()
    {
        const string source = "[ResNetGen.ResNet] partial class A;\n[ResNetGen.ResNet(Classes = 3)] partial class B;\n";
        Assert.Equal(
            "[ResNetGen.ResNet(Blocks = new[] { 2, 2, 2, 2 })] partial class A;\n[ResNetGen.ResNet(Blocks = new[] { 2, 2, 2, 2 }, Classes = 3)] partial class B;\n",
            UserProject.Of(source).FixAll("RNG2005", "Add 'Blocks = new[] { 2, 2, 2, 2 }'").Compiles().Files["/project/Net.cs"]);
    }
}
