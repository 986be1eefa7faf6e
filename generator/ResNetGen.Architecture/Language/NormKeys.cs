#pragma warning disable CS1591 // each entry describes itself in its text

using ResNetGen.Architecture.Specs;

namespace ResNetGen.Architecture.Language;

/// <summary>What a norm says.</summary>
public static class NormKeys
{
    public static readonly Key<NormKind> Kind = new("kind", WordShapes.Norm, "The kind of norm.", "group", "batch");

    public static readonly Key<double> Eps = new(
        "eps",
        new NumberShape(0, isMinimumAllowed: false, 1, isMaximumAllowed: true),
        "What is added to the variance.",
        "1e-3",
        "1e-5");

    public static readonly Key<double> Momentum = new(
        "momentum",
        new NumberShape(0, isMinimumAllowed: true, 1, isMaximumAllowed: true),
        "The weight of a new batch in the running statistics.",
        "0.01",
        "0.1");

    public static readonly Key<int> Groups = new(
        "groups", new IntegerShape(1, Bounds.Channels), "The groups of a group norm.", "16", "32");

    /// <summary>A norm.</summary>
    public static readonly MappingShape Norm = new("a norm", Kind, Kind, Eps, Momentum, Groups);
}
