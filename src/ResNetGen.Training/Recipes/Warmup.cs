namespace ResNetGen.Training;

/// <summary>A lower rate at the start of a run.</summary>
/// <param name="Rate">The rate; where <paramref name="For"/> is given, the rate of the first step, from which it rises linearly.</param>
/// <param name="UntilErrorBelow">Ends when the training error of the last 100 steps falls below, in (0, 1): 0.8 in the paper for 110 layers.</param>
/// <param name="For">Ends after this long.</param>
public sealed record Warmup(double Rate, double? UntilErrorBelow = null, TrainingLength? For = null);
