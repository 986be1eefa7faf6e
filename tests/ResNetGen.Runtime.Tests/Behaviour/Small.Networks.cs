namespace ResNetGen.Runtime.Tests;

/// <summary>Networks as small as a feature allows, one class each.</summary>
internal static partial class Small
{
    [ResNet(Input = new[] { 3, 16, 16 }, Stem = Stem.Conv3x3, Classes = 5, Blocks = new[] { 2, 2 }, Widths = new[] { 8, 16 })]
    internal sealed partial class BasicNet;

    [ResNet(Input = new[] { 3, 16, 16 }, Stem = Stem.Conv3x3, Classes = 5, Blocks = new[] { 2, 2 }, Widths = new[] { 8, 16 },
        Block = Block.PreactBasic)]
    internal sealed partial class PreactNet;

    [ResNet(Input = new[] { 3, 16, 16 }, Stem = Stem.Conv3x3, Classes = 5, Blocks = new[] { 2, 2 }, Widths = new[] { 8, 16 },
        Block = Block.PreactBottleneck, Shortcut = Shortcut.BFirst, WidthDivisor = 8, Naming = Naming.Timm)]
    internal sealed partial class PreactTimmNet;

    [ResNet(Input = new[] { 3, 16, 16 }, Stem = Stem.Conv3x3, Classes = 5, Blocks = new[] { 2, 2 }, Widths = new[] { 8, 16 },
        Block = Block.PreactBasic, Norm = Norm.None)]
    internal sealed partial class PreactNoNormNet;

    // A block ends with the activation that follows the last stage, too.
    [ResNet(Input = new[] { 3, 16, 16 }, Stem = Stem.Conv3x3, Classes = 5, Blocks = new[] { 2, 2 }, Widths = new[] { 8, 16 },
        Norm = Norm.None, FinalNorm = true)]
    internal sealed partial class TwoActivationsNet;

    [ResNet(Input = new[] { 3, 16, 16 }, Stem = Stem.Conv3x3, Classes = 5, Blocks = new[] { 2, 2 }, Widths = new[] { 8, 16 },
        Block = Block.Bottleneck, Attention = Attention.Se, AttentionRatio = 0.25, AttentionDivisor = 4)]
    internal sealed partial class SeNet;

    [ResNet(Input = new[] { 3, 16, 16 }, Stem = Stem.Conv3x3, Classes = 5, Blocks = new[] { 2, 2 }, Widths = new[] { 8, 16 },
        Attention = Attention.Eca)]
    internal sealed partial class EcaNet;

    [ResNet(Input = new[] { 3, 16, 16 }, Stem = Stem.Conv3x3, Classes = 5, Blocks = new[] { 2, 2 }, Widths = new[] { 8, 16 },
        Block = Block.Bottleneck, AntiAliasing = AntiAliasing.Blur, StemPool = StemPool.Max, StemPoolAntiAliasing = AntiAliasing.Blur)]
    internal sealed partial class BlurNet;

    [ResNet(Input = new[] { 3, 16, 16 }, Stem = Stem.Conv3x3, Classes = 5, Blocks = new[] { 2, 2 }, Widths = new[] { 8, 16 },
        AntiAliasing = AntiAliasing.Average)]
    internal sealed partial class AveragedNet;

    [ResNet(Input = new[] { 3, 16, 16 }, Stem = Stem.Conv3x3, Classes = 5, Blocks = new[] { 2, 2 }, Widths = new[] { 8, 16 },
        Activation = Activation.Silu)]
    internal sealed partial class SiluNet;

    [ResNet(Input = new[] { 3, 16, 16 }, Stem = Stem.Conv3x3, Classes = 5, Blocks = new[] { 2, 2 }, Widths = new[] { 8, 16 },
        Activation = Activation.Relu6)]
    internal sealed partial class Relu6Net;

    [ResNet(Input = new[] { 3, 16, 16 }, Stem = Stem.Conv3x3, Classes = 5, Blocks = new[] { 2, 2 }, Widths = new[] { 8, 16 },
        Activation = Activation.LeakyRelu)]
    internal sealed partial class LeakyReluNet;

    [ResNet(Input = new[] { 3, 16, 16 }, Stem = Stem.Conv3x3, Classes = 5, Blocks = new[] { 2, 2 }, Widths = new[] { 8, 16 },
        Activation = Activation.Elu, Block = Block.PreactBasic)]
    internal sealed partial class EluNet;

    [ResNet(Input = new[] { 3, 16, 16 }, Stem = Stem.Conv3x3, Classes = 5, Blocks = new[] { 2, 2 }, Widths = new[] { 8, 16 },
        Activation = Activation.Gelu)]
    internal sealed partial class GeluNet;

    [ResNet(Input = new[] { 3, 16, 16 }, Stem = Stem.Conv3x3, Classes = 5, Blocks = new[] { 2, 2 }, Widths = new[] { 8, 16 },
        Activation = Activation.Hardswish)]
    internal sealed partial class HardswishNet;

    [ResNet(Input = new[] { 3, 16, 16 }, Stem = Stem.Conv3x3, Classes = 5, Blocks = new[] { 2, 2 }, Widths = new[] { 8, 16 },
        Norm = Norm.Group, NormGroups = 4)]
    internal sealed partial class GroupNormNet;

    [ResNet(Input = new[] { 3, 16, 16 }, Stem = Stem.Conv3x3, Classes = 5, Blocks = new[] { 2, 2 }, Widths = new[] { 8, 16 },
        Norm = Norm.None, ConvBias = true, Shortcut = Shortcut.C)]
    internal sealed partial class NoNormNet;

    [ResNet(Input = new[] { 3, 16, 16 }, Stem = Stem.Conv3x3, Classes = 5, Blocks = new[] { 2, 2 }, Widths = new[] { 8, 16 },
        StochasticDepth = 0.6)]
    internal sealed partial class StochasticNet;

    [ResNet(Input = new[] { 3, 16, 16 }, Stem = Stem.Conv3x3, Classes = 5, Blocks = new[] { 2, 2 }, Widths = new[] { 8, 16 },
        StochasticDepth = 0.6, Block = Block.PreactBottleneck)]
    internal sealed partial class StochasticPreactNet;

    [ResNet(Input = new[] { 3, 16, 16 }, Stem = Stem.Conv3x3, Classes = 5, Blocks = new[] { 2, 2 }, Widths = new[] { 8, 16 },
        Dropout = 0.3, HeadDropout = 0.5)]
    internal sealed partial class DropoutNet;

    [ResNet(Input = new[] { 3, 16, 16 }, Stem = Stem.Conv3x3, Classes = 5, Blocks = new[] { 2, 2 }, Widths = new[] { 8, 16 },
        Shortcut = Shortcut.ASplit)]
    internal sealed partial class SplitNet;

    [ResNet(Input = new[] { 3, 16, 16 }, Stem = Stem.Conv3x3, Classes = 5, Blocks = new[] { 2, 2 }, Widths = new[] { 8, 16 },
        Shortcut = Shortcut.A)]
    internal sealed partial class PaddedNet;

    [ResNet(Input = new[] { 3, 16, 16 }, Stem = Stem.Conv3x3, Classes = 5, Blocks = new[] { 2, 2 }, Widths = new[] { 8, 16 },
        Shortcut = Shortcut.C)]
    internal sealed partial class ProjectedNet;

    [ResNet(Input = new[] { 3, 16, 16 }, Stem = Stem.Conv3x3, Classes = 5, Blocks = new[] { 2, 2 }, Widths = new[] { 8, 16 },
        Shortcut = Shortcut.None)]
    internal sealed partial class PlainNet;

    [ResNet(Input = new[] { 3, 16, 16 }, Stem = Stem.Conv3x3, Classes = 5, Blocks = new[] { 2, 2 }, Widths = new[] { 8, 16 },
        Block = Block.Bottleneck, ProjectionKernel = 3)]
    internal sealed partial class Projection3Net;

    [ResNet(Input = new[] { 3, 16, 16 }, Stem = Stem.Conv3x3, Classes = 5, Blocks = new[] { 2, 2 }, Widths = new[] { 8, 16 },
        AvgDown = AvgDown.Timm, OutputStride = 1)]
    internal sealed partial class PooledTimmNet;

    [ResNet(Input = new[] { 3, 16, 16 }, Stem = Stem.Conv3x3, Classes = 5, Blocks = new[] { 2, 2 }, Widths = new[] { 8, 16 },
        AvgDown = AvgDown.Mm)]
    internal sealed partial class PooledMmNet;

    [ResNet(Input = new[] { 3, 16, 16 }, Stem = Stem.Conv3x3, Classes = 5, Blocks = new[] { 2, 2 }, Widths = new[] { 8, 16 },
        Block = Block.PreactBottleneck, StrideBlock = StrideBlock.Last)]
    internal sealed partial class StrideLastNet;

    [ResNet(Input = new[] { 3, 16, 16 }, Stem = Stem.Conv3x3, Classes = 5, Blocks = new[] { 2, 2 }, Widths = new[] { 8, 16 },
        StemPool = StemPool.Max, StemPoolPadValue = PadValue.Zero)]
    internal sealed partial class KerasPoolNet;

    [ResNet(Input = new[] { 3, 16, 16 }, Stem = Stem.Conv3x3, Classes = 5, Blocks = new[] { 2, 2 }, Widths = new[] { 8, 16 },
        StemPool = StemPool.Conv)]
    internal sealed partial class ConvPoolNet;

    [ResNet(Input = new[] { 3, 16, 16 }, Stem = Stem.Conv3x3, Classes = 5, Blocks = new[] { 2, 2 }, Widths = new[] { 8, 16 },
        ZeroInitResidual = true)]
    internal sealed partial class ZeroNet;

    [ResNet(Input = new[] { 3, 16, 16 }, Stem = Stem.Conv3x3, Classes = 5, Blocks = new[] { 2, 2 }, Widths = new[] { 8, 16 },
        ZeroInitResidual = true, Block = Block.PreactBottleneck)]
    internal sealed partial class ZeroPreactNet;

    [ResNet(Input = new[] { 3, 16, 16 }, Stem = Stem.Conv3x3, Classes = 5, Blocks = new[] { 2, 2 }, Widths = new[] { 8, 16 },
        ZeroInitResidual = true, Norm = Norm.None)]
    internal sealed partial class ZeroNoNormNet;

    [ResNet(Input = new[] { 3, 16, 16 }, Stem = Stem.Conv3x3, Classes = 5, Blocks = new[] { 2, 2 }, Widths = new[] { 8, 16 },
        ZeroInitResidual = true, Norm = Norm.Group, NormGroups = 4, Shortcut = Shortcut.A)]
    internal sealed partial class ZeroGroupNet;

    [ResNet(Input = new[] { 3, 16, 16 }, Stem = Stem.Conv3x3, Classes = 5, Blocks = new[] { 2, 2 }, Widths = new[] { 8, 16 },
        FrozenStages = 0)]
    internal sealed partial class FrozenStemNet;

    [ResNet(Input = new[] { 3, 16, 16 }, Stem = Stem.Conv3x3, Classes = 5, Blocks = new[] { 2, 2 }, Widths = new[] { 8, 16 },
        FrozenStages = 1)]
    internal sealed partial class FrozenStageNet;

    [ResNet(Input = new[] { 3, 16, 16 }, Stem = Stem.Conv3x3, Classes = 5, Blocks = new[] { 2, 2 }, Widths = new[] { 8, 16 },
        FrozenStages = -1)]
    internal sealed partial class NothingFrozenNet;

    [ResNet(Input = new[] { 3, 16, 16 }, Stem = Stem.Conv3x3, Classes = 5, Blocks = new[] { 2, 2 }, Widths = new[] { 8, 16 },
        TrainableLayers = 1)]
    internal sealed partial class TrainableNet;

    [ResNet(Input = new[] { 3, 16, 16 }, Stem = Stem.Conv3x3, Classes = 5, Blocks = new[] { 2, 2 }, Widths = new[] { 8, 16 },
        TrainableLayers = 3)]
    internal sealed partial class AllTrainableNet;

    [ResNet(Input = new[] { 3, 16, 16 }, Stem = Stem.Conv3x3, Classes = 5, Blocks = new[] { 2, 2 }, Widths = new[] { 8, 16 },
        NormEval = true)]
    internal sealed partial class NormEvalNet;

    [ResNet(Input = new[] { 3, 16, 16 }, Stem = Stem.Conv3x3, Classes = 5, Blocks = new[] { 2, 2 }, Widths = new[] { 8, 16 },
        Norm = Norm.FrozenBatch)]
    internal sealed partial class FrozenBatchNet;

    [ResNet(Input = new[] { 3, 16, 16 }, Stem = Stem.Conv3x3, Classes = 5, Blocks = new[] { 2, 2 }, Widths = new[] { 8, 16 },
        Init = Init.KaimingFanIn, LinearInit = LinearInit.Normal)]
    internal sealed partial class FanInNet;

    [ResNet(Input = new[] { 3, 16, 16 }, Stem = Stem.Conv3x3, Classes = 5, Blocks = new[] { 2, 2 }, Widths = new[] { 8, 16 },
        Init = Init.Default)]
    internal sealed partial class DefaultInitNet;

    [ResNet(Input = new[] { 3, 16, 16 }, Stem = Stem.Conv3x3, Classes = 5, Blocks = new[] { 2, 2 }, Widths = new[] { 8, 16 },
        Block = Block.PreactBottleneck, Naming = Naming.Timm, LinearInit = LinearInit.Normal)]
    internal sealed partial class TimmLinearInitNet;

    [ResNet(Input = new[] { 3, 16, 16 }, Stem = Stem.Conv3x3, Head = Head.None,
        Blocks = new[] { 1, 1, 1 }, Widths = new[] { 8, 16, 24 })]
    internal sealed partial class BackboneNet;

    [ResNet(Input = new[] { 3, 16, 16 }, Stem = Stem.Conv3x3, Head = Head.None,
        Blocks = new[] { 1, 1, 1 }, Widths = new[] { 8, 16, 24 }, Taps = new[] { "c1", "c3" })]
    internal sealed partial class TapsNet;

    [ResNet(Input = new[] { 3, 16, 16 }, Stem = Stem.Conv3x3, Head = Head.None, FinalNorm = true, Block = Block.PreactBasic,
        Blocks = new[] { 1, 1 }, Widths = new[] { 8, 16 })]
    internal sealed partial class FinalNormNet;

    [ResNet(Input = new[] { 3, 16, 16 }, Stem = Stem.Conv3x3, Classes = 5, Blocks = new[] { 2, 2 }, Widths = new[] { 8, 16 },
        HeadPoolKernel = 4)]
    internal sealed partial class PoolKernelNet;

    [ResNet(Input = new[] { 3, 16, 16 }, Stem = Stem.Conv3x3, Classes = 5, Blocks = new[] { 2, 2 }, Widths = new[] { 8, 16 })]
    internal sealed partial class HookedNet;
}
