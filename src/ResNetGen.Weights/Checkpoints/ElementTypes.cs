namespace ResNetGen.Weights;

/// <summary>What follows from an <see cref="ElementType"/>.</summary>
public static class ElementTypes
{
    /// <summary>Returns the bytes of one element.</summary>
    public static int Size(this ElementType type) => type switch
    {
        ElementType.UInt8 or ElementType.Int8 or ElementType.Bool => 1,
        ElementType.Int16 or ElementType.Float16 or ElementType.BFloat16 => 2,
        ElementType.Int32 or ElementType.Float32 => 4,
        ElementType.Int64 or ElementType.Float64 => 8,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "There is no such type of element."),
    };

    /// <summary>Returns whether elements are numbers with a fraction.</summary>
    public static bool IsFloatingPoint(this ElementType type) =>
        type is ElementType.Float16 or ElementType.BFloat16 or ElementType.Float32 or ElementType.Float64;

    /// <summary>Returns the field's name of the type: <c>float32</c>, <c>bfloat16</c>, <c>int64</c>.</summary>
    public static string Name(this ElementType type) => type.ToString().ToLowerInvariant();
}
