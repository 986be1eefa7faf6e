#pragma warning disable CS1591 // each entry describes itself in its text

using ResNetGen.Architecture.Specs;

namespace ResNetGen.Architecture.Language;

/// <summary>The words of the language: each with its member in C# and what it means.</summary>
internal static class WordShapes
{
    public static readonly WordShape<BlockKind> Block = new(
        new("basic", "Basic", BlockKind.Basic, "Two 3x3 convolutions (ResNet-18 and 34, CIFAR)."),
        new("bottleneck", "Bottleneck", BlockKind.Bottleneck, "1x1, 3x3 and 1x1 convolutions; the output is four times the width (ResNet-50 and deeper)."),
        new("preact_basic", "PreactBasic", BlockKind.PreactBasic, "As basic, with norm and activation before each convolution (He et al. 2016)."),
        new("preact_bottleneck", "PreactBottleneck", BlockKind.PreactBottleneck, "As bottleneck, with norm and activation before each convolution (He et al. 2016)."));

    public static readonly WordShape<StridePlacement> StridePlacement = new(
        new("v1", "V1", Specs.StridePlacement.V1, "The first 1x1 (the paper, Caffe)."),
        new("v1.5", "V1_5", Specs.StridePlacement.V1_5, "The 3x3 (torchvision, timm)."));

    public static readonly WordShape<StrideBlock> StrideBlock = new(
        new("first", "First", Specs.StrideBlock.First, "The first (all but Keras v2 and slim)."),
        new("last", "Last", Specs.StrideBlock.Last, "The last (Keras v2, slim)."));

    public static readonly WordShape<ShortcutKind> Shortcut = new(
        new("A", "A", ShortcutKind.A, "The input, subsampled by the stride, with channels of zeros behind it where stride or channels change; the identity elsewhere."),
        new("A_split", "ASplit", ShortcutKind.ASplit, "As A, with half of the zeros before the input's channels and the rest behind them."),
        new("B", "B", ShortcutKind.B, "A projection where stride or channels change, the identity elsewhere."),
        new("B_first", "BFirst", ShortcutKind.BFirst, "As B, and a projection in the first block of every stage."),
        new("B_dilation", "BDilation", ShortcutKind.BDilation, "As B, and a projection where a block's dilation differs from its stage's (timm's pre-activation basic blocks)."),
        new("B_pool", "BPool", ShortcutKind.BPool, "A projection where channels change; where only the stride changes, the subsampled input (slim)."),
        new("C", "C", ShortcutKind.C, "A projection in every block."),
        new("none", "None", ShortcutKind.None, "Nothing is added: a plain network."));

    public static readonly WordShape<AvgDown> AvgDown = new(
        new("none", "None", Specs.AvgDown.None, "No pool: the projection strides."),
        new("timm", "Timm", Specs.AvgDown.Timm, "2x2; where dilation replaced the stride, with stride 1."),
        new("mm", "Mm", Specs.AvgDown.Mm, "As large as the stride (mmdetection, mmsegmentation)."),
        new("mmpretrain", "Mmpretrain", Specs.AvgDown.Mmpretrain, "As mm; a projection without a pool has the keys .0 and .1."));

    public static readonly WordShape<FirstDilation> FirstDilation = new(
        new("previous", "Previous", Specs.FirstDilation.Previous, "That of the stage before (torchvision, timm)."),
        new("same", "Same", Specs.FirstDilation.Same, "That of the stage (mmdetection, mmsegmentation)."),
        new("half", "Half", Specs.FirstDilation.Half, "Half of the stage's, rounded down (contract_dilation, pysot)."));

    public static readonly WordShape<BasicDilation> BasicDilation = new(
        new("both", "Both", Specs.BasicDilation.Both, "The first by the block's dilation, the second by the stage's (timm)."),
        new("first", "First", Specs.BasicDilation.First, "The first only (mm)."));

    public static readonly WordShape<MultiGridMode> MultiGridMode = new(
        new("absolute", "Absolute", Specs.MultiGridMode.Absolute, "The blocks' dilations (mmsegmentation)."),
        new("multiplied", "Multiplied", Specs.MultiGridMode.Multiplied, "Factors of the stage's dilation (DeepLab)."));

    public static readonly WordShape<NormKind> Norm = new(
        new("batch", "Batch", NormKind.Batch, "Batch norm."),
        new("group", "Group", NormKind.Group, "Group norm."),
        new("frozen_batch", "FrozenBatch", NormKind.FrozenBatch, "Batch norm whose four tensors are buffers that never change."),
        new("none", "None", NormKind.None, "No norm."));

    public static readonly WordShape<ActivationKind> Activation = new(
        new("relu", "Relu", ActivationKind.Relu, "max(x, 0)."),
        new("relu6", "Relu6", ActivationKind.Relu6, "min(max(x, 0), 6)."),
        new("leaky_relu", "LeakyRelu", ActivationKind.LeakyRelu, "x where it is positive, 0.01 x elsewhere."),
        new("elu", "Elu", ActivationKind.Elu, "x where it is positive, exp(x) - 1 elsewhere."),
        new("silu", "Silu", ActivationKind.Silu, "x times its sigmoid."),
        new("gelu", "Gelu", ActivationKind.Gelu, "x times the normal distribution function of x."),
        new("hardswish", "Hardswish", ActivationKind.Hardswish, "x times relu6(x + 3) / 6."));

    public static readonly WordShape<AttentionKind> Attention = new(
        new("none", "None", AttentionKind.None, "Nothing."),
        new("se", "Se", AttentionKind.Se, "Squeeze-excitation."),
        new("eca", "Eca", AttentionKind.Eca, "Efficient channel attention."));

    public static readonly WordShape<AntiAliasing> AntiAliasing = new(
        new("none", "None", Specs.AntiAliasing.None, "Nothing: they stride themselves."),
        new("blur", "Blur", Specs.AntiAliasing.Blur, "A fixed 3x3 binomial filter over reflected borders."),
        new("average", "Average", Specs.AntiAliasing.Average, "An average pool as large as the stride."));

    public static readonly WordShape<StemKind> Stem = new(
        new("conv7x7", "Conv7x7", StemKind.Conv7x7, "7x7, stride 2, padding 3, norm, ReLU, then a 3x3 max pool, stride 2, padding 1 (ImageNet)."),
        new("conv3x3", "Conv3x3", StemKind.Conv3x3, "3x3, stride 1, padding 1, norm, ReLU, no pool (CIFAR)."),
        new("deep", "Deep", StemKind.Deep, "Three 3x3 of c/2, c/2 and c channels, the first with stride 2, each with norm and ReLU, then the max pool (ResNet-C)."),
        new("deep_tiered", "DeepTiered", StemKind.DeepTiered, "As deep, with 3c/8, c/2 and c channels (ResNet-T)."));

    public static readonly WordShape<PoolKind> StemPool = new(
        new("none", "None", PoolKind.None, "No pool."),
        new("max", "Max", PoolKind.Max, "The largest value."),
        new("average", "Average", PoolKind.Average, "The mean."),
        new("conv", "Conv", PoolKind.Convolution, "A convolution that keeps the channels, norm and ReLU."));

    public static readonly WordShape<PadValue> PadValue = new(
        new("minus_infinity", "MinusInfinity", Specs.PadValue.MinusInfinity, "Minus infinity: padding is never the largest."),
        new("zero", "Zero", Specs.PadValue.Zero, "Zeros (Keras)."));

    public static readonly WordShape<HeadKind> Head = new(
        new("classifier", "Classifier", HeadKind.Classifier, "A pool and a linear layer."),
        new("none", "None", HeadKind.None, "Nothing: a backbone."));

    public static readonly WordShape<InitKind> Init = new(
        new("kaiming_fan_out", "KaimingFanOut", InitKind.KaimingFanOut, "Kaiming normal for ReLU by the outputs (torchvision, timm, mm)."),
        new("kaiming_fan_in", "KaimingFanIn", InitKind.KaimingFanIn, "Kaiming normal for ReLU by the inputs."),
        new("default", "Default", InitKind.Default, "PyTorch's own."));

    public static readonly WordShape<LinearInit> LinearInit = new(
        new("default", "Default", Specs.LinearInit.Default, "PyTorch's own."),
        new("normal", "Normal", Specs.LinearInit.Normal, "Normal with deviation 0.01, and a bias of 0 (pycls)."));

    public static readonly WordShape<NamingKind> Naming = new(
        new("torchvision", "Torchvision", NamingKind.Torchvision, "torchvision's."),
        new("timm", "Timm", NamingKind.Timm, "timm's: torchvision's, and those of resnetv2 where a stage is pre-activated."),
        new("mmdet", "Mmdet", NamingKind.Mmdet, "mmdetection's and mmsegmentation's."),
        new("mmpretrain", "Mmpretrain", NamingKind.Mmpretrain, "mmpretrain's."));
}
