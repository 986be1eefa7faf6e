namespace ResNetGen.Architecture.Comparison;

/// <summary>What a part of two networks costs for one picture.</summary>
/// <param name="Name"><c>stem</c>, a stage's key, or <c>head</c>.</param>
/// <param name="Parameters">Trainable numbers.</param>
/// <param name="Macs">Multiply-adds.</param>
public sealed record PartChange(string Name, NumberChange Parameters, NumberChange Macs);
