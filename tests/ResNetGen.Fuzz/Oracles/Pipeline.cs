using ResNetGen.Architecture;
using ResNetGen.Architecture.Diagnostics;
using ResNetGen.Architecture.Emission;
using ResNetGen.Architecture.Specs;
using ResNetGen.Architecture.Values;
using ResNetGen.Fuzz.Cases;

namespace ResNetGen.Fuzz.Oracles;

/// <summary>Goes the whole way with a case, from text to code, as the generator does.</summary>
internal static class Pipeline
{
    /// <summary>The class that the code is written for.</summary>
    public static readonly CSharpTarget Target = CSharpTarget.TopLevel("Fuzzed", "Net");

    /// <summary>Returns what becomes of the case.</summary>
    public static Outcome Run(FuzzCase tried)
    {
        var findings = new Findings();
        var documents = new Dictionary<string, SpecDocument>(StringComparer.Ordinal);
        foreach (var file in tried.Files)
            documents.TryAdd(SpecPath.Normalize(file.Path), SpecDocument.Parse(file.Path, file.Text));

        var main = documents[SpecPath.Normalize(tried.Main.Path)];
        var said = AttributeCode.MappingOf(tried, findings);
        var values = SpecChain.Merge(main, documents.GetValueOrDefault, tried.Files.Select(f => f.Path), findings);
        CompiledSpec? spec = null;
        if (values is not null && !findings.HasErrors)
            spec = CompiledSpec.Compile(said is null ? values : Overlay.Merge(said, values), main.FallbackName, findings);

        return new Outcome(spec, spec is null ? null : CSharpEmitter.Emit(spec, Target), findings.ToArray(), findings.HasErrors);
    }
}
