#pragma warning disable CS1591 // each entry describes itself in its text

using ResNetGen.Architecture.Specs;

namespace ResNetGen.Architecture.Language;

/// <summary>What a block is like. Said for the network, it holds for every stage that does not say otherwise.</summary>
public static class BlockKeys
{
    public static readonly Key<BlockKind> Block = new("block", WordShapes.Block, "The kind of block.", "bottleneck", "basic");

    public static readonly Key<int> Expansion = new(
        "expansion",
        new IntegerShape(1, Bounds.Factor),
        "A block's output has width x expansion channels.",
        "2",
        "4 for bottlenecks, 1 for basic blocks");

    public static readonly Key<int> Groups = new(
        "groups",
        new IntegerShape(1, Bounds.Channels),
        "Groups of a bottleneck's 3x3 convolution (ResNeXt's cardinality).",
        "32",
        "1");

    public static readonly Key<int> WidthPerGroup = new(
        "width_per_group",
        new IntegerShape(1, Bounds.Channels),
        "Channels of each group where width is 64: a bottleneck's 3x3 has int(width x width_per_group / 64) x groups channels.",
        "4",
        "64");

    public static readonly Key<int> WidthDivisor = new(
        "width_divisor",
        new IntegerShape(1, Bounds.Divisor),
        "The inner width is rounded to a multiple of this (timm's pre-activation nets: 8).",
        "8",
        "1");

    public static readonly Key<int> ReduceFirst = new(
        "reduce_first",
        new IntegerShape(1, Bounds.Divisor),
        "Divides the output channels of a block's first convolution (SENet-154: 2).",
        "2",
        "1");

    public static readonly Key<StridePlacement> StridePlacement = new(
        "stride_placement",
        WordShapes.StridePlacement,
        "Which convolution of a strided bottleneck strides. A basic block always strides in its first 3x3.",
        "v1.5",
        "v1.5");

    public static readonly Key<StrideBlock> StrideBlock = new(
        "stride_block", WordShapes.StrideBlock, "Which block of the stage strides.", "last", "first");

    public static readonly Key<int> StridedPadding = new(
        "strided_padding",
        new IntegerShape(0, Bounds.Kernel),
        "The padding of a 3x3 convolution that strides (pysot, SiamMask: 0).",
        "0",
        "its dilation");

    public static readonly Key<bool> ConvBias = new(
        "conv_bias", new SwitchShape(), "Whether the convolutions of stem, blocks and projections have a bias.", "true", "false");

    public static readonly Key<double> Dropout = new(
        "dropout",
        Probability,
        "The share of values that training drops before a block's last convolution.",
        "0.3",
        "0");

    public static readonly Key<ShortcutKind> Shortcut = new(
        "shortcut", WordShapes.Shortcut, "What carries a block's input past it.", "B", "B");

    public static readonly Key<int> ProjectionKernel = new(
        "projection_kernel",
        new ChoiceShape(1, 3),
        "The kernel of a projection where the block strides or its stage is dilated; 1 elsewhere.",
        "3",
        "1");

    public static readonly Key<int> ProjectionDilation = new(
        "projection_dilation", new IntegerShape(1, Bounds.Dilation), "The dilation of a 3x3 projection.", "2", "the dilation of its block");

    public static readonly Key<AvgDown> AvgDown = new(
        "avg_down", WordShapes.AvgDown, "The average pool before a projection, which then does not stride (ResNet-D).", "timm", "none");

    public static readonly Key<FirstDilation> FirstDilation = new(
        "first_dilation", WordShapes.FirstDilation, "The dilation of the first block of a dilated stage.", "same", "previous");

    public static readonly Key<BasicDilation> BasicDilation = new(
        "basic_dilation", WordShapes.BasicDilation, "Which 3x3 of a basic block is dilated.", "first", "both");

    public static readonly Key<MultiGridMode> MultiGridMode = new(
        "multi_grid_mode", WordShapes.MultiGridMode, "What the rates of a multi-grid are.", "multiplied", "absolute");

    public static readonly Key<Section> Norm = new(
        "norm", NormKeys.Norm, "The normalisation behind convolutions: a word, or a mapping.", "{ kind: group, groups: 32 }", "batch");

    public static readonly Key<ActivationKind> Activation = new("activation", WordShapes.Activation, "The activation.", "silu", "relu");

    public static readonly Key<Section> Attention = new(
        "attention",
        AttentionKeys.Attention,
        "What weighs the channels of a block's main path before the sum: a word, or a mapping.",
        "{ kind: se, ratio: 0.0625, divisor: 8 }",
        "none");

    public static readonly Key<AntiAliasing> AntiAliasing = new(
        "anti_aliasing", WordShapes.AntiAliasing, "What strides in the place of a convolution or a max pool.", "blur", "none");

    internal static readonly Key[] All =
    [
        Block, Expansion, Groups, WidthPerGroup, WidthDivisor, ReduceFirst, StridePlacement, StrideBlock, StridedPadding, ConvBias, Dropout,
        Shortcut, ProjectionKernel, ProjectionDilation, AvgDown, FirstDilation, BasicDilation, MultiGridMode, Norm, Activation, Attention, AntiAliasing,
    ];

    internal static NumberShape Probability => new(0, isMinimumAllowed: true, 1, isMaximumAllowed: false);
}
