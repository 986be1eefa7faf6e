namespace ResNetGen.Weights.TorchSharp;

/// <summary>The numbers of types in TorchSharp's files, which are c10::ScalarType's: one table for its reader and its writer.</summary>
internal static class TypeNumbers
{
    private static readonly Dictionary<long, ElementType> Types = new()
    {
        [0] = ElementType.UInt8,
        [1] = ElementType.Int8,
        [2] = ElementType.Int16,
        [3] = ElementType.Int32,
        [4] = ElementType.Int64,
        [5] = ElementType.Float16,
        [6] = ElementType.Float32,
        [7] = ElementType.Float64,
        [11] = ElementType.Bool,
        [15] = ElementType.BFloat16,
    };

    private static readonly Dictionary<ElementType, long> Numbers = Types.ToDictionary(e => e.Value, e => e.Key);

    /// <summary>Returns the type of a number; null for one that is not read.</summary>
    public static ElementType? TypeOf(long number) => Types.TryGetValue(number, out var type) ? type : null;

    /// <summary>Returns the number of a type.</summary>
    public static long Of(ElementType type) => Numbers[type];
}
