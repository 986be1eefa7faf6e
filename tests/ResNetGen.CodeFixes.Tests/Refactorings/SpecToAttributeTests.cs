using ResNetGen.CodeFixes.Tests.Support;

namespace ResNetGen.CodeFixes.Tests.Refactorings;

/// <summary>The spec file's words become the attribute's: where that is possible, and how it is written.</summary>
public class SpecToAttributeTests
{
    [Theory]
    // What all stages say alike is said for the network; what the first does not say is its default.
    [InlineData("stages:\n  - { blocks: 1, block: bottleneck }\n  - { blocks: 2, block: bottleneck, stride: 3 }\n", "Block = Block.Bottleneck, Blocks = new[] { 1, 2 }, Strides = new[] { 1, 3 }")]
    [InlineData("n: 2\nstages: [{}, { width: 100 }, {}]\n", "N = 2, Widths = new[] { 64, 100, 200 }")]
    [InlineData("n: 2\nstages: [{}, {}]\n", "N = 2, Widths = new[] { 64, 128 }")]
    [InlineData("stages: [{ blocks: 2 }, { blocks: 3, stride: 1, dilation: 2, multi_grid: [1, 2, 4] }]\n", "MultiGrid = new[] { 1, 2, 4 }, Blocks = new[] { 2, 3 }, Strides = new[] { 1, 1 }, Dilations = new[] { 1, 2 }")]
    [InlineData("name: Other\nstem: { convs: [{ channels: 8, kernel: 7 }, { channels: 16, padding: 0, stride: 2 }] }\nn: 1\n", "Name = \"Other\", N = 1, StemConvChannels = new[] { 8, 16 }, StemConvKernels = new[] { 7, 3 }, StemConvStrides = new[] { 1, 2 }, StemConvPaddings = new[] { 3, 0 }")]
    [InlineData("norm: { kind: batch, eps: 1.5e-4, momentum: 1 }\ndropout: .25\nn: +2\n", "N = 2, Dropout = .25, Norm = Norm.Batch, NormEps = 1.5e-4, NormMomentum = 1")]
    public void A_file_is_said_in_the_attribute(string spec, string arguments)
    {
        var project = UserProject.Of("using ResNetGen;\n[ResNet(\"Net.resnet.yaml\")] partial class Net;\n").WithSpec("/project/Net.resnet.yaml", spec);
        var said = project.Turn(project.ToAttribute());
        Assert.Equal($"using ResNetGen;\n[ResNet({arguments})] partial class Net;\n", said.Files["/project/Net.cs"].Replace(",\n    ", ", "));
        Assert.Equal(spec, said.Files["/project/Net.resnet.yaml"]);
    }

    [Theory]
    // Two kinds of block; a stage that is not as the network is; the rates of a stage before the last; a warning silenced in the file.
    [InlineData("stages: [{ blocks: 1, block: bottleneck }, { blocks: 1, block: basic }]")]
    [InlineData("stages: [{ blocks: 1 }, { blocks: 1, block: bottleneck }]")]
    [InlineData("block: bottleneck\nstages: [{ blocks: 1 }, { blocks: 1, block: basic }]")]
    [InlineData("stages: [{ blocks: 2, multi_grid: [1, 2], multi_grid_mode: multiplied, stride: 1, dilation: 2 }, { blocks: 2 }]")]
    [InlineData("# resnetgen: disable RNG1008\nblock: bottleneck\nwidth_per_group: 100\nstages: [{ blocks: 1, width: 33 }]")]
    [InlineData("stages: [{ blocks: 0 }]")]
    [InlineData("extends: none.resnet.yaml")]
    public void What_the_attribute_cannot_say_is_not_offered(string spec) => Assert.Null(
        UserProject.Of("using ResNetGen;\n[ResNet(\"Net.resnet.yaml\")] partial class Net;").WithSpec("/project/Net.resnet.yaml", spec).ToAttribute());

    [Fact]
    public void What_the_attribute_says_on_top_stays_on_top()
    {
        var project = UserProject.Of("[ResNetGen.ResNet(\"a.resnet.yaml\", Classes = 7, Depth = 20)] partial class Net;")
            .WithSpec("/project/b.resnet.yaml", "block: basic\nn: 3\nname: b\nhead: { classes: 5, bias: false }\n")
            .WithSpec("/project/a.resnet.yaml", "extends: b.resnet.yaml\nname: a\nactivation: silu\n");
        Assert.Equal(
            "[ResNetGen.ResNet(Name = \"a\", Depth = 20, Block = ResNetGen.Block.Basic, Activation = ResNetGen.Activation.Silu,\n    Classes = 7, HeadBias = false)] partial class Net;",
            project.Turn(project.ToAttribute()).Files["/project/Net.cs"]);
    }

    [Fact]
    public void Long_lists_of_arguments_are_broken_with_the_indentation_and_line_ends_of_the_source()
    {
        var project = UserProject.Of("using ResNetGen;\r\nclass Outer;\r\nnamespace A\r\n{\r\n\t[ResNet(\"Net.resnet.yaml\")]\r\n\tpartial class Net;\r\n}\r\n")
            .WithSpec("/project/Net.resnet.yaml", "block: bottleneck\ngroups: 2\nwidth_per_group: 32\nshortcut: B_first\nactivation: silu\nattention: se\navg_down: timm\nn: 2\nhead: none\n");
        Assert.Equal(
            "using ResNetGen;\r\nclass Outer;\r\nnamespace A\r\n{\r\n\t[ResNet(N = 2, Block = Block.Bottleneck, Groups = 2, WidthPerGroup = 32, Shortcut = Shortcut.BFirst,\r\n"
            + "\t\tAvgDown = AvgDown.Timm, Activation = Activation.Silu, Attention = Attention.Se, Head = Head.None)]\r\n\tpartial class Net;\r\n}\r\n",
            project.Turn(project.ToAttribute()).Files["/project/Net.cs"]);
    }

    [Fact]
    public void Enums_are_written_so_that_they_mean_what_they_should()
    {
        var project = UserProject.Of("using RN = ResNetGen.ResNetAttribute;\nnamespace A\n{\n    enum Block { X }\n    [RN(\"Net.resnet.yaml\")] partial class Net;\n}\n")
            .WithSpec("/project/Net.resnet.yaml", "block: bottleneck\nn: 2\n");
        var at = project.Files["/project/Net.cs"].IndexOf("[RN", StringComparison.Ordinal) + 2;
        var said = project.Turn(Assert.Single(project.Refactorings(new CodeFixes.Refactorings.SpecToAttributeArguments(), at)));
        Assert.Contains("[RN(N = 2, Block = ResNetGen.Block.Bottleneck)]", said.Files["/project/Net.cs"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[ResNet(N = 2)] partial class Net;")]
    [InlineData("[ResNet(\"Net.resnet.yaml\", /* why */ Classes = 3)] partial class Net;")]
    [InlineData("[ResNet(\"missing.resnet.yaml\")] partial class Net;")]
    [InlineData("[ResNet] partial class Net;")]
    [InlineData("[System.Obsolete(\"ResNet(\")] partial class Net;")]
    public void Nothing_is_offered_without_a_file_or_where_comments_would_be_lost(string source) => Assert.Null(
        UserProject.Of("using ResNetGen;\n// ResNet(\n" + source).WithSpec("/project/Net.resnet.yaml", "n: 1\n")
            .Refactorings(new CodeFixes.Refactorings.SpecToAttributeArguments(), source.IndexOf("ResNet", StringComparison.Ordinal) + 29).SingleOrDefault());
}
