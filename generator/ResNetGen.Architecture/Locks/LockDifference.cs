using ResNetGen.Architecture.Text;

namespace ResNetGen.Architecture.Locks;

/// <summary>A fact that is not as it was locked.</summary>
/// <param name="Fact">The fact as messages call it.</param>
/// <param name="Locked">What is locked; null where nothing is.</param>
/// <param name="Given">What the spec gives; null where it gives nothing.</param>
/// <param name="Site">The fact's line in the lock, or the nearest.</param>
public sealed record LockDifference(string Fact, string? Locked, string? Given, Site Site)
{
    /// <summary>Prints <c>locked: parameters 25,557,032; the spec gives 25,576,264</c>.</summary>
    public override string ToString() => Locked is null
        ? "not locked: " + Fact + " " + Given
        : "locked: " + Fact + " " + Locked + "; the spec gives " + (Given ?? "none");
}
