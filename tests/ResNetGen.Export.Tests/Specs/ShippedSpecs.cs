using ResNetGen.Architecture;

namespace ResNetGen.Export.Tests.Specs;

/// <summary>The specs that the project ships.</summary>
internal static class ShippedSpecs
{
    private static readonly Lazy<Dictionary<string, string>> Paths = new(() => Directory
        .EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "specs"), "*.resnet.yaml", SearchOption.AllDirectories)
        .ToDictionary(path => Path.GetFileName(path)[..^".resnet.yaml".Length], StringComparer.Ordinal));

    public static IEnumerable<string> Names => Paths.Value.Keys.Order(StringComparer.Ordinal);

    public static CompiledSpec Load(string name)
    {
        var path = Paths.Value[name];
        return SpecText.Compile(File.ReadAllText(path), path, File.ReadAllText);
    }
}
