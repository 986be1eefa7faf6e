using ResNetGen.Architecture.Diagnostics;
using ResNetGen.Architecture.Specs;
using ResNetGen.Architecture.Values;

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

    /// <summary>Compiles the one spec of this name, with <paramref name="over"/> laid on top, which must have no findings at all.</summary>
    public static CompiledSpec Compile(string name, string over = "")
    {
        var document = Documents.Values.Single(d => SpecPath.NameOf(d.Path) == name);
        var findings = new Findings();
        var values = SpecChain.Merge(document, Documents.GetValueOrDefault, [], findings);
        if (values is not null && over.Length > 0)
            values = Overlay.Merge(SpecDocument.Parse("over" + SpecDocument.Extension, over).Values!, values);

        var compiled = values is null ? null : CompiledSpec.Compile(values, document.FallbackName, findings, TestContext.Current.CancellationToken);
        Assert.Empty(findings.ToArray());
        return compiled!;
    }
}
