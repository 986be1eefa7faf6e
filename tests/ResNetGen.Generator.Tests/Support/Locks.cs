using ResNetGen.Architecture;
using ResNetGen.Architecture.Diagnostics;
using ResNetGen.Architecture.Locks;
using ResNetGen.Architecture.Specs;

namespace ResNetGen.Generator.Tests.Support;

/// <summary>Locks of a project's specs, as `resnetgen snapshot` writes them.</summary>
internal static class Locks
{
    /// <summary>Adds the lock of what the spec of this name gives now.</summary>
    public static Project WithLock(this Project project, string name)
    {
        var documents = project.Specs.Where(s => s.Path.EndsWith(SpecDocument.Extension, StringComparison.Ordinal))
            .Select(s => SpecDocument.Parse(s.Path, s.GetText()!.ToString())).ToDictionary(d => d.Path, StringComparer.Ordinal);
        var spec = documents.Values.Single(d => SpecPath.NameOf(d.Path) == name);
        var findings = new Findings();
        var values = SpecChain.Merge(spec, documents.GetValueOrDefault, [], findings);
        return project.WithSpec(LockPath.Of(spec.Path), LockText.Of(CompiledSpec.Compile(values!, spec.FallbackName, findings)!, spec.Path));
    }
}
