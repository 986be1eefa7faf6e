#pragma warning disable CS1591 // each entry describes itself in its text

using ResNetGen.Architecture.Specs;
using ResNetGen.Architecture.Values;

namespace ResNetGen.Architecture.Language;

/// <summary>What the stem says.</summary>
public static class StemKeys
{
    public static readonly Key<StemKind> Preset = new(
        Overlay.Preset,
        new WordShape<StemKind>(
            new("conv7x7", "Conv7x7", StemKind.Conv7x7, "7x7, stride 2, padding 3, norm, ReLU, then a 3x3 max pool, stride 2, padding 1 (ImageNet)."),
            new("conv3x3", "Conv3x3", StemKind.Conv3x3, "3x3, stride 1, padding 1, norm, ReLU, no pool (CIFAR).")),
        "The layers before the first stage.",
        "conv7x7",
        "conv7x7");

    public static readonly Key<int> Channels = new(
        "channels",
        new IntegerShape(1, Bounds.Channels),
        "The channels that the stem gives the first stage.",
        "64",
        "64 for conv7x7, the first stage's width for conv3x3");

    /// <summary>A stem.</summary>
    public static readonly MappingShape Stem = new("a stem", Preset, Preset, Channels);
}
