using ResNetGen.Architecture;
using ResNetGen.Architecture.Diagnostics;
using ResNetGen.Architecture.Text;

namespace ResNetGen.Fuzz.Oracles;

/// <summary>What became of a case.</summary>
/// <param name="Spec">The network, or null where the case was refused.</param>
/// <param name="Code">The code of the network, or null.</param>
/// <param name="Findings">What was found.</param>
/// <param name="HasErrors">Whether a class would get its shell alone.</param>
internal sealed record Outcome(CompiledSpec? Spec, string? Code, EquatableArray<Finding> Findings, bool HasErrors)
{
    /// <summary>Whether a class gets its network.</summary>
    public bool IsAccepted => Code is not null && !HasErrors;
}
