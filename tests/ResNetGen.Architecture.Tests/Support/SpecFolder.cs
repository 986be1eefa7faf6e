using ResNetGen.Architecture.Diagnostics;
using ResNetGen.Architecture.Specs;

namespace ResNetGen.Architecture.Tests.Support;

/// <summary>The published networks of <c>specs/</c>, copied beside the tests.</summary>
internal static class SpecFolder
{
    private static readonly Dictionary<string, SpecDocument> Documents = Directory
        .EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "specs"), "*" + SpecDocument.Extension, SearchOption.AllDirectories)
        .Select(file => SpecDocument.Parse(SpecPath.Normalize(file), File.ReadAllText(file)))
        .ToDictionary(d => d.Path, StringComparer.Ordinal);

    /// <summary>The names of every spec.</summary>
    public static IEnumerable<string> Names => Documents.Keys.Select(SpecPath.NameOf).Order(StringComparer.Ordinal);

    /// <summary>Compiles the one spec of this name, which must have no findings at all.</summary>
    public static CompiledSpec Compile(string name)
    {
        var document = Documents.Values.Single(d => SpecPath.NameOf(d.Path) == name);
        var findings = new Findings();
        var values = SpecChain.Merge(document, Documents.GetValueOrDefault, [], findings);
        var compiled = values is null ? null : CompiledSpec.Compile(values, document.FallbackName, findings, TestContext.Current.CancellationToken);
        Assert.Empty(findings.ToArray());
        return compiled!;
    }
}
