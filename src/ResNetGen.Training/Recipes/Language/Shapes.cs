using ResNetGen.Architecture.Language;

namespace ResNetGen.Training.Language;

/// <summary>What several keys may hold.</summary>
internal static class Shapes
{
    /// <summary>A learning rate.</summary>
    public static readonly NumberShape Rate = new(0, isMinimumAllowed: false, 1000, isMaximumAllowed: true);

    /// <summary>A share that is not all.</summary>
    public static readonly NumberShape Share = new(0, isMinimumAllowed: true, 1, isMaximumAllowed: false);

    /// <summary>A share that is neither nothing nor all.</summary>
    public static readonly NumberShape Part = new(0, isMinimumAllowed: false, 1, isMaximumAllowed: false);

    /// <summary>A side of a picture, in pixels.</summary>
    public static readonly IntegerShape Side = new(1, Bounds.Extent);

    /// <summary>A list of numbers, one per channel.</summary>
    public static ListShape<double> PerChannel(NumberShape number) => new(number, "numbers [red, green, blue]", 3, 3);

    /// <summary>A list of sides, or none.</summary>
    public static OptionalShape<Architecture.Text.EquatableArray<int>> Sides(string items, int minimum, int maximum) =>
        new(new ListShape<int>(Side, items, minimum, maximum));
}
