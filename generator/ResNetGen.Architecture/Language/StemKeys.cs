#pragma warning disable CS1591 // each entry describes itself in its text

using ResNetGen.Architecture.Specs;
using ResNetGen.Architecture.Text;

namespace ResNetGen.Architecture.Language;

/// <summary>What the stem says.</summary>
public static class StemKeys
{
    public static readonly Key<StemKind> Preset = new(
        "preset",
        WordShapes.Stem,
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
        "The convolutions spelt out, each followed by norm and activation; in place of the preset's.",
        "[{ channels: 64, kernel: 7, stride: 2 }]");

    public static readonly Key<PoolKind> Kind = new(
        "kind",
        WordShapes.StemPool,
        "What follows the stem's last activation.",
        "max",
        "max; none for conv3x3");

    public static readonly Key<bool> CeilMode = new(
        "ceil_mode", new SwitchShape(), "Whether a pool's sizes round up.", "true", "false");

    public static readonly Key<bool> CountIncludePad = new(
        "count_include_pad", new SwitchShape(), "Whether padding counts in the mean of an average pool.", "false", "true");

    public static readonly Key<PadValue> PadValue = new(
        "pad_value", WordShapes.PadValue, "What a max pool pads with.", "zero", "minus_infinity");

    public static readonly Key<AntiAliasing> AntiAliasing = new(
        "anti_aliasing", WordShapes.AntiAliasing, "What strides in the place of a max pool.", "blur", "the spec's anti_aliasing");

    public static readonly Key<Section> Pool = new(
        "pool",
        new MappingShape("a pool", Kind, Kind, Kernel, Stride, Padding, CeilMode, CountIncludePad, PadValue, AntiAliasing),
        "What follows the stem's last activation: a word, or a mapping.",
        "{ kind: max, kernel: 3, stride: 2, padding: 1 }",
        "max; none for conv3x3");

    /// <summary>A stem.</summary>
    public static readonly MappingShape Stem = new("a stem", Preset, Preset, Channels, Convolutions, Pool);
}
