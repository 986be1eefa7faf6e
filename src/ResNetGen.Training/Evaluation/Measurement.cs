namespace ResNetGen.Training.Evaluation;

/// <summary>How well a network classifies pictures.</summary>
/// <param name="Images">How many pictures were classified, over all processes; those that were skipped do not count.</param>
/// <param name="Loss">The mean cross-entropy, in nats, of the probabilities averaged over crops, scales and networks; NaN without pictures.</param>
/// <param name="Top1Error">The share whose class did not come first, in [0, 1]; NaN without pictures.</param>
/// <param name="Top5Error">The share whose class was not among the first five, in [0, 1]: 0 where there are no more than five classes.</param>
public sealed record Measurement(int Images, double Loss, double Top1Error, double Top5Error);
