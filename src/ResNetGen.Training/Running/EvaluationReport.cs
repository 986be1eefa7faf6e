namespace ResNetGen.Training;

/// <summary>A measurement of the network.</summary>
/// <param name="Step">Steps done.</param>
/// <param name="Epoch">Epochs done.</param>
/// <param name="Part">On which pictures: <c>validation</c> or <c>test</c>.</param>
/// <param name="Images">How many.</param>
/// <param name="Loss">The mean loss.</param>
/// <param name="Top1Error">The share whose class did not come first, in [0, 1].</param>
/// <param name="Top5Error">The share whose class was not among the first five, in [0, 1].</param>
public sealed record EvaluationReport(long Step, int Epoch, string Part, int Images, double Loss, double Top1Error, double Top5Error);
