using ResNetGen.Architecture;
using ResNetGen.Architecture.Diagnostics;
using ResNetGen.Architecture.Specs;
using ResNetGen.Property.Tests.Texts;

namespace ResNetGen.Property.Tests.Networks;

/// <summary>Networks of <c>specs/</c>, compiled.</summary>
internal static class ZooSpec
{
    /// <summary>Compiles the spec of this path below <c>specs/</c>, without its extension.</summary>
    public static CompiledSpec Load(string name)
    {
        var findings = new Findings();
        var document = Read(name + SpecDocument.Extension)!;
        var values = SpecChain.Merge(document, Read, [], findings)!;
        return CompiledSpec.Compile(values, document.FallbackName, findings)!;
    }

    private static SpecDocument? Read(string path) =>
        SpecTexts.All.TryGetValue(path, out var text) ? SpecDocument.Parse(path, text) : null;
}
