namespace ResNetGen.Training;

/// <summary>A step of a run.</summary>
/// <param name="Step">Steps done, this one included: from 1.</param>
/// <param name="Epoch">Epochs finished before it: from 0.</param>
/// <param name="Loss">The mean loss of its batch.</param>
/// <param name="Error">The share of its batch that was classified wrongly, in [0, 1].</param>
/// <param name="LearningRate">The rate that it used.</param>
/// <param name="ImagesPerSecond">The speed over the last steps, over all processes.</param>
/// <param name="WaitShare">The share of the time since the start that was spent waiting for data, in [0, 1].</param>
/// <param name="Elapsed">Time of the run, earlier parts of it included.</param>
/// <param name="Left">Time that is left at this speed.</param>
public sealed record StepReport(
    long Step, int Epoch, float Loss, double Error, double LearningRate, double ImagesPerSecond, double WaitShare, TimeSpan Elapsed, TimeSpan Left);
