using ResNetGen.Architecture.Language;
using ResNetGen.Architecture.Tests.Support;
using ResNetGen.Generator.Tests.Support;

namespace ResNetGen.Generator.Tests.Language;

/// <summary>The same network, said by the attribute and in a file, is the same code to the byte, but for the spec that it quotes.</summary>
public class AttributeAndFileTests
{
    /// <summary>What the attribute says, and a file.</summary>
    public static TheoryData<string, string> Pairs => new()
    {
        {
            "Blocks = new[] { 1 }",
            "stages: [{ blocks: 1 }]"
        },
        {
            "Block = Block.Bottleneck, Blocks = new[] { 3, 4, 6, 3 }, Groups = 32, WidthPerGroup = 4",
            "block: bottleneck\ngroups: 32\nwidth_per_group: 4\nstages: [{ blocks: 3 }, { blocks: 4 }, { blocks: 6 }, { blocks: 3 }]"
        },
        {
            "Stem = Stem.Conv3x3, StemChannels = 8, Input = new int[] { 1, 28, 28 }, Blocks = new[] { 2, 2 }, Widths = new[] { 16, 24 }, Strides = new[] { 2, 3 }, Shortcut = Shortcut.B, Classes = 10",
            "input: [1, 28, 28]\nstem: { preset: conv3x3, channels: 8 }\nshortcut: B\nstages:\n  - { blocks: 2, width: 16, stride: 2 }\n  - { blocks: 2, width: 24, stride: 3 }\nhead: { classes: 10 }"
        },
        {
            "Block = Block.Bottleneck, StridePlacement = StridePlacement.V1, Blocks = new[] { 1, 1 }",
            "block: bottleneck\nstride_placement: v1\nstages: [{ blocks: 1 }, { blocks: 1 }]"
        },
        {
            "N = 3, Stem = Stem.Conv3x3",
            "n: 3\nstem: conv3x3"
        },
        {
            "Depth = 20, Shortcut = Shortcut.ASplit, Stem = Stem.Conv3x3",
            "depth: 20\nshortcut: A_split\nstem: conv3x3"
        },
        {
            "Name = \"Zoo\", Blocks = new[] { 1 }, Shortcut = Shortcut.C, Expansion = 2",
            "name: Zoo\nstages: [{ blocks: 1 }]\nshortcut: C\nexpansion: 2"
        },
        {
            "StemConvChannels = new[] { 24, 32 }, StemConvKernels = new[] { 5, 3 }, StemConvStrides = new[] { 2, 1 }, StemConvPaddings = new[] { 0, 1 }, Blocks = new[] { 1 }",
            "stem:\n  convs:\n    - { channels: 24, kernel: 5, stride: 2, padding: 0 }\n    - { channels: 32, kernel: 3, stride: 1, padding: 1 }\nstages: [{ blocks: 1 }]"
        },
        {
            "StemConvChannels = new[] { 24 }, StemPool = StemPool.None, Blocks = new[] { 1 }",
            "stem: { convs: [{ channels: 24 }], pool: none }\nstages: [{ blocks: 1 }]"
        },
        {
            "StemPoolKernel = 2, StemPoolStride = 2, StemPoolPadding = 0, StemPoolCeilMode = true, Blocks = new[] { 1 }",
            "stem: { pool: { kernel: 2, stride: 2, padding: 0, ceil_mode: true } }\nstages: [{ blocks: 1 }]"
        },
        {
            "StemPool = StemPool.Average, StemPoolCountIncludePad = false, Blocks = new[] { 1 }",
            "stem: { pool: { kind: average, count_include_pad: false } }\nstages: [{ blocks: 1 }]"
        },
        {
            "Stem = Stem.Deep, StemPool = StemPool.Max, StemPoolPadValue = PadValue.Zero, Blocks = new[] { 1 }",
            "stem: { preset: deep, pool: { kind: max, pad_value: zero } }\nstages: [{ blocks: 1 }]"
        },
        {
            "Stem = Stem.DeepTiered, StemPool = StemPool.Conv, Blocks = new[] { 1 }",
            "stem: { preset: deep_tiered, pool: conv }\nstages: [{ blocks: 1 }]"
        },
        {
            "StemPoolAntiAliasing = AntiAliasing.Blur, Blocks = new[] { 1 }",
            "stem: { pool: { anti_aliasing: blur } }\nstages: [{ blocks: 1 }]"
        },
        {
            "Norm = Norm.Group, NormGroups = 16, NormEps = 1e-3, Blocks = new[] { 1 }",
            "norm: { kind: group, groups: 16, eps: 1e-3 }\nstages: [{ blocks: 1 }]"
        },
        {
            "NormEps = 0.001, NormMomentum = 0.03, Blocks = new[] { 1 }",
            "norm: { eps: 0.001, momentum: 0.03 }\nstages: [{ blocks: 1 }]"
        },
        {
            "Norm = Norm.FrozenBatch, Blocks = new[] { 1 }",
            "norm: frozen_batch\nstages: [{ blocks: 1 }]"
        },
        {
            "Norm = Norm.None, ConvBias = true, Blocks = new[] { 1 }",
            "norm: none\nconv_bias: true\nstages: [{ blocks: 1 }]"
        },
        {
            "Attention = Attention.Se, AttentionRatio = 0.25, AttentionDivisor = 4, Blocks = new[] { 1 }",
            "attention: { kind: se, ratio: 0.25, divisor: 4 }\nstages: [{ blocks: 1 }]"
        },
        {
            "Attention = Attention.Eca, Activation = Activation.Silu, Blocks = new[] { 1 }",
            "attention: eca\nactivation: silu\nstages: [{ blocks: 1 }]"
        },
        {
            "AntiAliasing = AntiAliasing.Blur, Blocks = new[] { 1, 1 }",
            "anti_aliasing: blur\nstages: [{ blocks: 1 }, { blocks: 1 }]"
        },
        {
            "Blocks = new[] { 1, 1 }, Taps = new[] { \"c2\", \"3\" }",
            "stages: [{ blocks: 1 }, { blocks: 1 }]\ntaps: [c2, 3]"
        },
        {
            "Block = Block.PreactBottleneck, Blocks = new[] { 2, 3 }, WidthDivisor = 8, ReduceFirst = 2, StrideBlock = StrideBlock.Last, Dropout = 0.3",
            "block: preact_bottleneck\nwidth_divisor: 8\nreduce_first: 2\nstride_block: last\ndropout: 0.3\nstages: [{ blocks: 2 }, { blocks: 3 }]"
        },
        {
            "Blocks = new[] { 1, 3 }, OutputStride = 4, MultiGrid = new[] { 1, 2, 4 }, MultiGridMode = MultiGridMode.Multiplied",
            "output_stride: 4\nmulti_grid: [1, 2, 4]\nmulti_grid_mode: multiplied\nstages: [{ blocks: 1 }, { blocks: 3 }]"
        },
        {
            "Blocks = new[] { 1, 2, 2 }, ReplaceStrideWithDilation = new[] { false, true }, FirstDilation = FirstDilation.Same, BasicDilation = BasicDilation.First",
            "replace_stride_with_dilation: [false, true]\nfirst_dilation: same\nbasic_dilation: first\nstages: [{ blocks: 1 }, { blocks: 2 }, { blocks: 2 }]"
        },
        {
            "Blocks = new[] { 1, 2 }, Strides = new[] { 1, 1 }, Dilations = new[] { 1, 2 }, FirstDilation = FirstDilation.Half, ProjectionKernel = 3, ProjectionDilation = 1",
            "stages: [{ blocks: 1, stride: 1, dilation: 1 }, { blocks: 2, stride: 1, dilation: 2 }]\nfirst_dilation: half\nprojection_kernel: 3\nprojection_dilation: 1"
        },
        {
            "Block = Block.Bottleneck, Input = new[] { 3, 255, 255 }, StridedPadding = 0, ProjectionKernel = 3, StemConvChannels = new[] { 64 }, StemConvKernels = new[] { 7 }, StemConvStrides = new[] { 2 }, StemConvPaddings = new[] { 0 }, Blocks = new[] { 1, 1 }",
            "block: bottleneck\ninput: [3, 255, 255]\nstrided_padding: 0\nprojection_kernel: 3\nstem: { convs: [{ channels: 64, kernel: 7, stride: 2, padding: 0 }] }\nstages: [{ blocks: 1 }, { blocks: 1 }]"
        },
        {
            "Blocks = new[] { 1, 1 }, AvgDown = AvgDown.Mmpretrain, Naming = Naming.Mmpretrain, Stem = Stem.Deep",
            "stages: [{ blocks: 1 }, { blocks: 1 }]\navg_down: mmpretrain\nnaming: mmpretrain\nstem: deep"
        },
        {
            "Blocks = new[] { 1 }, Head = Head.None",
            "stages: [{ blocks: 1 }]\nhead: none"
        },
        {
            "Blocks = new[] { 1 }, Head = Head.None, FinalNorm = true, Block = Block.PreactBasic, Naming = Naming.Timm",
            "stages: [{ blocks: 1 }]\nhead: { kind: none }\nfinal_norm: true\nblock: preact_basic\nnaming: timm"
        },
        {
            "Blocks = new[] { 1 }, Head = Head.Classifier, Classes = 7, HeadPoolKernel = 8, HeadBias = false, HeadDropout = 0.2",
            "stages: [{ blocks: 1 }]\nhead: { kind: classifier, classes: 7, pool_kernel: 8, bias: false, dropout: 0.2 }"
        },
        {
            "Blocks = new[] { 1 }, Init = Init.KaimingFanIn, LinearInit = LinearInit.Normal, ZeroInitResidual = true",
            "stages: [{ blocks: 1 }]\ninit: kaiming_fan_in\nlinear_init: normal\nzero_init_residual: true"
        },
        {
            "Blocks = new[] { 2, 2 }, StochasticDepth = 0.2, FrozenStages = 1, NormEval = true",
            "stages: [{ blocks: 2 }, { blocks: 2 }]\nstochastic_depth: 0.2\nfrozen_stages: 1\nnorm_eval: true"
        },
        {
            "Blocks = new[] { 2, 2 }, FrozenStages = -1",
            "stages: [{ blocks: 2 }, { blocks: 2 }]\nfrozen_stages: -1"
        },
        {
            "Blocks = new[] { 2, 2 }, TrainableLayers = 0",
            "stages: [{ blocks: 2 }, { blocks: 2 }]\ntrainable_layers: 0"
        },
    };

    [Theory, MemberData(nameof(Pairs))]
    public void The_same_network_by_attribute_and_by_file_is_the_same_code(string arguments, string yaml)
    {
        var byAttribute = Project.Of($"using ResNetGen;\n[ResNet({arguments})] partial class Net;").Run().IsClean().Compiles().Source;
        var byFile = Project.Of("[ResNetGen.ResNet(\"Net.resnet.yaml\")] partial class Net;").WithSpec("/project/Net.resnet.yaml", yaml).Run().IsClean().Source;
        Assert.Equal(GeneratedText.WithoutSpec(byFile), GeneratedText.WithoutSpec(byAttribute));
    }

    [Fact]
    public void Every_argument_of_the_attribute_is_in_a_pair()
    {
        var said = string.Join(", ", Pairs.Select(p => p.Data.Item1)).Split(", ").Select(a => a.Split(" = ")[0]).ToHashSet(StringComparer.Ordinal);
        Assert.Empty(AttributeArgument.All.Select(a => a.Name).Except(said));
    }

    // A pair of two like files would prove nothing.
    [Fact]
    public void No_pair_says_what_holds_anyway()
    {
        var plain = GeneratedText.WithoutSpec(Project.Of("[ResNetGen.ResNet(Blocks = new[] { 1 })] partial class Net;").Run().Source);
        var sources = Pairs.Select(p => GeneratedText.WithoutSpec(Project.Of($"using ResNetGen;\n[ResNet({p.Data.Item1})] partial class Net;").Run().Source)).ToList();
        Assert.Equal(plain, sources[0]);
        Assert.DoesNotContain(plain, sources.Skip(1));
    }
}
