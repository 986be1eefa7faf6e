namespace ResNetGen.Training;

/// <summary>The learning rate over a run.</summary>
public sealed record LearningRatePlan
{
    /// <summary>The rate after the warm-up and before the first change.</summary>
    public double Base { get; init; } = 0.1;

    /// <summary>How it changes.</summary>
    public LearningRateSchedule Schedule { get; init; } = new ConstantSchedule();

    /// <summary>What comes before; null for nothing.</summary>
    public Warmup? Warmup { get; init; }
}
