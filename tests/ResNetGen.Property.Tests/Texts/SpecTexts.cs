namespace ResNetGen.Property.Tests.Texts;

/// <summary>The specs of this repository: their paths below specs/ and their texts.</summary>
internal static class SpecTexts
{
    private static readonly string Root = Path.Combine(AppContext.BaseDirectory, "specs");

    /// <summary>Every text by its path.</summary>
    public static readonly IReadOnlyDictionary<string, string> All = Directory
        .EnumerateFiles(Root, "*.resnet.yaml", SearchOption.AllDirectories)
        .Order(StringComparer.Ordinal)
        .ToDictionary(file => Path.GetRelativePath(Root, file).Replace('\\', '/'), File.ReadAllText, StringComparer.Ordinal);
}
