namespace ResNetGen.Weights.SafeTensors;

/// <summary>What safetensors calls the types of elements: one table for its reader and its writer.</summary>
internal static class DtypeWords
{
    private static readonly Dictionary<string, ElementType> Types = new(StringComparer.Ordinal)
    {
        ["BOOL"] = ElementType.Bool,
        ["U8"] = ElementType.UInt8,
        ["I8"] = ElementType.Int8,
        ["I16"] = ElementType.Int16,
        ["I32"] = ElementType.Int32,
        ["I64"] = ElementType.Int64,
        ["F16"] = ElementType.Float16,
        ["BF16"] = ElementType.BFloat16,
        ["F32"] = ElementType.Float32,
        ["F64"] = ElementType.Float64,
    };

    private static readonly Dictionary<ElementType, string> Words = Types.ToDictionary(e => e.Value, e => e.Key);

    /// <summary>Returns the type of a word; null for one that is not read.</summary>
    public static ElementType? TypeOf(string word) => Types.TryGetValue(word, out var type) ? type : null;

    /// <summary>Returns the word of a type.</summary>
    public static string Of(ElementType type) => Words[type];
}
