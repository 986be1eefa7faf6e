using ResNetGen.Architecture.Diagnostics;
using ResNetGen.Architecture.Specs;
using ResNetGen.Architecture.Text;
using ResNetGen.Architecture.Values;
using ResNetGen.Generator.Classes;

namespace ResNetGen.Generator.Specs;

/// <summary>A class with what its spec file says, everything extended laid under it.</summary>
/// <param name="Class">The class.</param>
/// <param name="Spec">What the file says, or null where it says nothing or there is none.</param>
/// <param name="FallbackName">The name where the spec gives none.</param>
/// <param name="Findings">What is wrong with the files.</param>
internal sealed record NetworkInput(NetworkClass Class, SpecMapping? Spec, string FallbackName, EquatableArray<Finding> Findings)
{
    /// <summary>Lays the files on each other.</summary>
    public static NetworkInput Read(NetworkFiles files, CancellationToken cancellation)
    {
        if (files.Chain.Count == 0)
            return new NetworkInput(files.Class, Spec: null, FallbackName: "", files.Findings);

        var findings = new Findings();
        var merged = SpecChain.Merge(
            files.Chain[0], path => files.Chain.FirstOrDefault(d => SpecPath.Normalize(d.Path) == path), files.Known, findings, cancellation);
        var name = merged is null ? "" : Identifiers.From(SpecPath.NameOf(files.Class.SpecFile!.Text));
        return new NetworkInput(files.Class, merged, name, findings.ToArray());
    }
}
