namespace ResNetGen.Training;

/// <summary>Everything that decides what a training run learns: with the same recipe, data and machine, two runs are equal to the bit.</summary>
/// <remarks>Written as YAML beside the model's spec, printed when a run starts and saved with every checkpoint.</remarks>
public sealed record Recipe
{
    /// <summary>The recipe's name.</summary>
    public required string Name { get; init; }

    /// <summary>Pictures per step, over all processes together.</summary>
    public int BatchSize { get; init; } = 128;

    /// <summary>How long the run is.</summary>
    public required TrainingLength Length { get; init; }

    /// <summary>The seed of the initial weights, the order of the pictures, their augmentation, and dropout.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>How weights begin.</summary>
    public Initialization Initialization { get; init; } = Initialization.Kaiming;

    /// <summary>The optimizer.</summary>
    public SgdSettings Optimizer { get; init; } = new();

    /// <summary>The learning rate over the run.</summary>
    public required LearningRatePlan LearningRate { get; init; }

    /// <summary>How much of a picture's probability the loss gives to all classes alike, in [0, 1).</summary>
    public double LabelSmoothing { get; init; }

    /// <summary>What happens to a training picture.</summary>
    public Augmentation Augmentation { get; init; } = new();

    /// <summary>The colours' mean and deviation, by which every picture is normalised.</summary>
    public Normalization Normalization { get; init; } = Normalization.None;

    /// <summary>How pictures are seen when the network is measured.</summary>
    public EvaluationView Evaluation { get; init; } = new();

    /// <summary>Training pictures held back for validation (45k/5k of CIFAR-10: 5000); 0 trains on all.</summary>
    public int ValidationCount { get; init; }

    /// <summary>What is frozen and at which rates the rest learns; null trains everything alike.</summary>
    public FineTuning? FineTuning { get; init; }

    /// <summary>The arithmetic of forward and backward.</summary>
    public Precision Precision { get; init; } = Precision.Float32;

    /// <summary>Whether pictures and weights lie as [N, H, W, C] in memory, where the backend has it.</summary>
    public bool ChannelsLast { get; init; }

    /// <summary>Whether batch norms use the pictures of all processes in training, not each process's own; one process alone has all.</summary>
    public bool SynchronizeNorms { get; init; }
}
