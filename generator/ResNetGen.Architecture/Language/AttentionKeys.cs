#pragma warning disable CS1591 // each entry describes itself in its text

using ResNetGen.Architecture.Specs;

namespace ResNetGen.Architecture.Language;

/// <summary>What attention says.</summary>
public static class AttentionKeys
{
    public static readonly Key<AttentionKind> Kind = new("kind", WordShapes.Attention, "The kind of attention.", "se", "none");

    public static readonly Key<double> Ratio = new(
        "ratio",
        new NumberShape(0, isMinimumAllowed: false, 1, isMaximumAllowed: true),
        "The hidden channels of squeeze-excitation for each channel of the block.",
        "0.25",
        "0.0625");

    public static readonly Key<int> Divisor = new(
        "divisor",
        new IntegerShape(1, Bounds.Divisor),
        "The hidden channels of squeeze-excitation are rounded to a multiple of this.",
        "1",
        "8");

    /// <summary>Attention.</summary>
    public static readonly MappingShape Attention = new("attention", Kind, Kind, Ratio, Divisor);
}
