using ResNetGen.Architecture.Language;
using ResNetGen.CodeFixes.Tests.Support;

namespace ResNetGen.CodeFixes.Tests.Refactorings;

/// <summary>Every argument of the attribute goes to a file, and comes back as it was.</summary>
public class ArgumentTests
{
    // In the attribute's own order, as it is written back.
    public static TheoryData<string> Said =>
    [
        "Block = Block.Bottleneck, Expansion = 2, Groups = 32, WidthPerGroup = 4, Blocks = new[] { 3, 4 }",
        "Input = new[] { 1, 28, 28 }, Stem = Stem.Conv3x3, StemChannels = 8, Shortcut = Shortcut.B, Blocks = new[] { 2, 2 }, Widths = new[] { 16, 24 }, Strides = new[] { 2, 3 }, Classes = 10",
        "Name = \"Zoo\", N = 3, Stem = Stem.Conv3x3",
        "Depth = 20, Stem = Stem.Conv3x3, Shortcut = Shortcut.ASplit",
        "StemConvChannels = new[] { 24, 32 }, StemConvKernels = new[] { 5, 3 }, StemConvStrides = new[] { 2, 1 }, StemConvPaddings = new[] { 0, 1 }, Blocks = new[] { 1 }",
        "StemConvChannels = new[] { 24 }, StemPool = StemPool.None, Blocks = new[] { 1 }",
        "StemPoolKernel = 2, StemPoolStride = 2, StemPoolPadding = 0, StemPoolCeilMode = true, Blocks = new[] { 1 }",
        "StemPool = StemPool.Average, StemPoolCountIncludePad = false, Blocks = new[] { 1 }",
        "Stem = Stem.DeepTiered, StemPool = StemPool.Max, StemPoolPadValue = PadValue.Zero, Blocks = new[] { 1 }",
        "StemPoolAntiAliasing = AntiAliasing.Blur, Blocks = new[] { 1 }",
        "Norm = Norm.Group, NormEps = 0.001, NormGroups = 16, Blocks = new[] { 1 }",
        "NormEps = 1e-6, NormMomentum = 0.03, Activation = Activation.LeakyRelu, Blocks = new[] { 1 }",
        "ConvBias = true, Norm = Norm.None, Attention = Attention.Se, AttentionRatio = 0.25, AttentionDivisor = 4, Blocks = new[] { 1 }",
        "Attention = Attention.Eca, AntiAliasing = AntiAliasing.Blur, Blocks = new[] { 1, 1 }",
        "Blocks = new[] { 1, 1 }, Taps = new[] { \"c2\", \"3\" }",
        "Block = Block.PreactBottleneck, WidthDivisor = 8, ReduceFirst = 2, StrideBlock = StrideBlock.Last, Dropout = 0.3, Blocks = new[] { 2, 3 }",
        "Block = Block.Bottleneck, StridePlacement = StridePlacement.V1_5, Blocks = new[] { 1 }",
        "MultiGrid = new[] { 1, 2, 4 }, MultiGridMode = MultiGridMode.Multiplied, Blocks = new[] { 1, 3 }, OutputStride = 4",
        "FirstDilation = FirstDilation.Same, BasicDilation = BasicDilation.First, Blocks = new[] { 1, 2, 2 }, ReplaceStrideWithDilation = new[] { false, true }",
        "ProjectionKernel = 3, ProjectionDilation = 1, FirstDilation = FirstDilation.Half, Blocks = new[] { 1, 2 }, Strides = new[] { 1, 1 }, Dilations = new[] { 1, 2 }",
        "Block = Block.Bottleneck, StridedPadding = 1, ProjectionKernel = 1, Blocks = new[] { 1, 1 }",
        "Stem = Stem.Deep, AvgDown = AvgDown.Mmpretrain, Blocks = new[] { 1, 1 }, Naming = Naming.Mmpretrain",
        "Block = Block.PreactBasic, Blocks = new[] { 1 }, Head = Head.None, FinalNorm = true, Naming = Naming.Timm",
        "Blocks = new[] { 1 }, Head = Head.Classifier, Classes = 7, HeadPoolKernel = 8, HeadBias = false, HeadDropout = 0.2",
        "Blocks = new[] { 1 }, Init = Init.KaimingFanIn, LinearInit = LinearInit.Normal, ZeroInitResidual = true",
        "Blocks = new[] { 2, 2 }, StochasticDepth = 0.2, FrozenStages = -1, NormEval = true",
        "Blocks = new[] { 2, 2 }, TrainableLayers = 0",
    ];

    [Theory, MemberData(nameof(Said))]
    public void What_is_said_goes_to_a_file_and_comes_back(string arguments)
    {
        var source = $"using ResNetGen;\n[ResNet({arguments})]\npartial class Net;\n";
        var project = UserProject.Of(source).Compiles();
        var moved = project.Turn(project.ToSpec());
        Assert.Equal("using ResNetGen;\n[ResNet(\"Net.resnet.yaml\")]\npartial class Net;\n", moved.Files["/project/Net.cs"]);
        Assert.Equal(source, OnOneLine(moved.Turn(moved.ToAttribute()).Files["/project/Net.cs"]));
    }

    [Fact]
    public void Every_argument_is_said_above()
    {
        var said = string.Join(", ", Said.Select(p => p.Data)).Split(", ").Select(a => a.Split(" = ")[0]).ToHashSet(StringComparer.Ordinal);
        Assert.Empty(AttributeArgument.All.Select(a => a.Name).Except(said));
    }

    private static string OnOneLine(string source) => source.Replace(",\n    ", ", ");
}
