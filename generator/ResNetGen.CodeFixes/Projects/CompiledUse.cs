using ResNetGen.Architecture;
using ResNetGen.Architecture.Diagnostics;
using ResNetGen.Architecture.Specs;
using ResNetGen.Architecture.Values;

namespace ResNetGen.CodeFixes.Projects;

/// <summary>What values compile to: the network, and the warnings that are shown.</summary>
/// <param name="Spec">The compiled spec.</param>
/// <param name="Warnings">The ids of the warnings.</param>
internal sealed record CompiledUse(CompiledSpec Spec, HashSet<string> Warnings)
{
    /// <summary>Compiles <paramref name="values"/>, or returns null where they have errors.</summary>
    /// <param name="values">A whole spec.</param>
    /// <param name="name">The network's name where the values give none.</param>
    /// <param name="findings">What was found before; takes what is found here.</param>
    /// <param name="files">The spec files, whose comments silence warnings.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public static CompiledUse? Of(
        SpecMapping values, string name, Findings findings, IEnumerable<SpecDocument> files, CancellationToken cancellation)
    {
        var compiled = CompiledSpec.Compile(values, name, findings, cancellation);
        return compiled is null || findings.HasErrors
            ? null
            : new CompiledUse(compiled, [.. Silencing.Filter(findings.ToArray(), files).Select(f => f.Rule.Id)]);
    }

    /// <summary>Whether both make the same code.</summary>
    public bool IsSameNetwork(CompiledUse other) => Spec.Equals(other.Spec);
}
