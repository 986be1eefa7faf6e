namespace ResNetGen.Training;

/// <summary>The length of a run, or a moment in it.</summary>
/// <param name="Count">How many; greater than zero.</param>
/// <param name="Unit">Of what.</param>
public sealed record TrainingLength(long Count, TrainingUnit Unit)
{
    /// <summary>So many steps, each of one batch.</summary>
    public static TrainingLength Iterations(long count) => new(count, TrainingUnit.Iterations);

    /// <summary>So many times through the training pictures.</summary>
    public static TrainingLength Epochs(long count) => new(count, TrainingUnit.Epochs);

    /// <summary>The length in steps.</summary>
    /// <param name="stepsPerEpoch">Batches of one epoch, the last and smaller one included.</param>
    public long Steps(long stepsPerEpoch) => Unit == TrainingUnit.Iterations ? Count : checked(Count * stepsPerEpoch);
}
