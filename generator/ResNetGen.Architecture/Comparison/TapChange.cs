using ResNetGen.Architecture.Analysis;

namespace ResNetGen.Architecture.Comparison;

/// <summary>A map that is taken out of two networks.</summary>
/// <param name="Name">Its name: <c>c1</c>.</param>
/// <param name="Old">The old network's; null where it is not taken out.</param>
/// <param name="New">The new network's; null where it is not taken out.</param>
public sealed record TapChange(string Name, Tap? Old, Tap? New);
