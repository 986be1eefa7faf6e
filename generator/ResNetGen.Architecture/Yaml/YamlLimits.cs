namespace ResNetGen.Architecture.Yaml;

/// <summary>What a spec's text may be at most. Real specs stay under a hundredth of it.</summary>
public static class YamlLimits
{
    /// <summary>Characters in a file.</summary>
    public const int Characters = 256 * 1024;

    /// <summary>Nesting of lists and mappings.</summary>
    public const int Depth = 16;

    /// <summary>Values in a file: keys, words, lists and mappings together.</summary>
    public const int Values = 20_000;
}
