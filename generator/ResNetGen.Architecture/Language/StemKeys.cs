#pragma warning disable CS1591 // each entry describes itself in its text

using ResNetGen.Architecture.Specs;
using ResNetGen.Architecture.Text;
using ResNetGen.Architecture.Values;

namespace ResNetGen.Architecture.Language;

/// <summary>What the stem says.</summary>
public static class StemKeys
{
    public static readonly Key<StemKind> Preset = new(
        Overlay.Preset,
        new WordShape<StemKind>(
            new("conv7x7", "Conv7x7", StemKind.Conv7x7, "7x7, stride 2, padding 3, norm, ReLU, then a 3x3 max pool, stride 2, padding 1 (ImageNet)."),
            new("conv3x3", "Conv3x3", StemKind.Conv3x3, "3x3, stride 1, padding 1, norm, ReLU, no pool (CIFAR)."),
            new("deep", "Deep", StemKind.Deep, "Three 3x3 of c/2, c/2 and c channels, the first with stride 2, each with norm and ReLU, then the max pool (ResNet-C)."),
            new("deep_tiered", "DeepTiered", StemKind.DeepTiered, "As deep, with 3c/8, c/2 and c channels (ResNet-T).")),
        "The layers before the first stage.",
        "conv7x7",
        "conv7x7");

    public static readonly Key<int> Channels = new(
        "channels",
        new IntegerShape(1, Bounds.Channels),
        "The channels that the stem gives the first stage.",
        "64",
        "64; for conv3x3 the first stage's width");

    public static readonly Key<int> ConvolutionChannels = new(
        "channels", new IntegerShape(1, Bounds.Channels), "The convolution's output channels.", "32")
    { IsRequired = true };

    public static readonly Key<int> Kernel = new(
        "kernel", new IntegerShape(1, Bounds.Kernel), "The side of the square window.", "3", "3");

    public static readonly Key<int> Stride = new(
        "stride", new IntegerShape(1, Bounds.Stride), "The step between two windows.", "2", "1 for a convolution, 2 for a pool");

    public static readonly Key<int> Padding = new(
        "padding", new IntegerShape(0, Bounds.Kernel), "What is added on every side.", "1", "(kernel - 1) / 2, rounded down");

    public static readonly Key<EquatableArray<Section>> Convolutions = new(
        "convs",
        new ListShape<Section>(
            new MappingShape("a convolution", null, ConvolutionChannels, Kernel, Stride, Padding), "convolutions", 1, Bounds.StemConvolutions),
        "The convolutions spelt out, each followed by norm and ReLU; in place of the preset's.",
        "[{ channels: 64, kernel: 7, stride: 2 }]");

    public static readonly Key<PoolKind> Kind = new(
        "kind",
        new WordShape<PoolKind>(
            new("none", "None", PoolKind.None, "No pool."),
            new("max", "Max", PoolKind.Max, "The largest value; padding counts as minus infinity."),
            new("average", "Average", PoolKind.Average, "The mean; padding counts as zeros that are part of it."),
            new("conv", "Conv", PoolKind.Convolution, "A convolution that keeps the channels, norm and ReLU.")),
        "What follows the stem's last ReLU.",
        "max",
        "max; none for conv3x3");

    public static readonly Key<Section> Pool = new(
        "pool",
        new MappingShape("a pool", Kind, Kind, Kernel, Stride, Padding),
        "What follows the stem's last ReLU: a word, or a mapping.",
        "{ kind: max, kernel: 3, stride: 2, padding: 1 }",
        "max; none for conv3x3");

    /// <summary>A stem.</summary>
    public static readonly MappingShape Stem = new("a stem", Preset, Preset, Channels, Convolutions, Pool);
}
