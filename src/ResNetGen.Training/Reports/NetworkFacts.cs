namespace ResNetGen.Training.Reports;

/// <summary>What is known of a network before it runs; reports tell it beside errors.</summary>
/// <param name="Spec">The text of its spec; null where it has none.</param>
/// <param name="Depth">The paper's count of its layers.</param>
/// <param name="Parameters">Its trainable numbers.</param>
/// <param name="Macs">Its multiply-adds for one picture.</param>
public sealed record NetworkFacts(string? Spec, int Depth, long Parameters, long Macs);
