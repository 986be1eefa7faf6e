#pragma warning disable CS1591 // each entry describes itself in its text

using ResNetGen.Architecture.Specs;

namespace ResNetGen.Architecture.Language;

/// <summary>What a block is like. Said for the network, it holds for every stage that does not say otherwise.</summary>
public static class BlockKeys
{
    public static readonly Key<BlockKind> Block = new(
        "block",
        new WordShape<BlockKind>(
            new("basic", "Basic", BlockKind.Basic, "Two 3x3 convolutions (ResNet-18 and 34, CIFAR)."),
            new("bottleneck", "Bottleneck", BlockKind.Bottleneck, "1x1, 3x3 and 1x1 convolutions; the output is four times the width (ResNet-50 and deeper).")),
        "The kind of block.",
        "bottleneck",
        "basic");

    public static readonly Key<StridePlacement> StridePlacement = new(
        "stride_placement",
        new WordShape<StridePlacement>(
            new("v1", "V1", Specs.StridePlacement.V1, "The first 1x1 strides (the paper, Caffe)."),
            new("v1.5", "V1_5", Specs.StridePlacement.V1_5, "The 3x3 strides (torchvision, timm).")),
        "Which convolution of a stage's first bottleneck strides. A basic block always strides in its first 3x3.",
        "v1.5",
        "v1.5");

    public static readonly Key<ShortcutKind> Shortcut = new(
        "shortcut",
        new WordShape<ShortcutKind>(
            new("A", "A", ShortcutKind.A, "The input, subsampled by the stride, with channels of zeros behind it where stride or channels change; the identity elsewhere."),
            new("A_split", "ASplit", ShortcutKind.ASplit, "As A, with half of the zeros before the input's channels and the rest behind them."),
            new("B", "B", ShortcutKind.B, "A 1x1 convolution and a norm where stride or channels change, the identity elsewhere."),
            new("B_first", "BFirst", ShortcutKind.BFirst, "A 1x1 convolution and a norm in the first block of every stage, the identity elsewhere."),
            new("C", "C", ShortcutKind.C, "A 1x1 convolution and a norm in every block."),
            new("none", "None", ShortcutKind.None, "Nothing is added: a plain network.")),
        "What carries a block's input past it.",
        "B",
        "B");

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

    internal static readonly Key[] All = [Block, StridePlacement, Shortcut, Groups, WidthPerGroup];
}
