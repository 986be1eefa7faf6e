using ResNetGen.Architecture.Text;

namespace ResNetGen.Architecture.Locks;

/// <summary>A fact at its place in a lock.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="Site">Its line, without what is before and behind it.</param>
public sealed record LockEntry(LockFact Fact, Site Site);
