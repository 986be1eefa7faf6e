namespace ResNetGen.Training;

/// <summary>Where and how a run works; nothing here changes what it learns.</summary>
public sealed record TrainingOptions
{
    /// <summary>The folder of the run's files: recipe, history, checkpoints, curves.</summary>
    public required string Folder { get; init; }

    /// <summary>Whether a run that lies in the folder goes on from its last checkpoint; else a folder that holds a run is refused.</summary>
    public bool Resume { get; init; }

    /// <summary>Where the network runs: <c>cpu</c>, <c>cuda</c>, <c>cuda:1</c>.</summary>
    public string Device { get; init; } = "cpu";

    /// <summary>How batches are made.</summary>
    public Data.LoaderOptions Loading { get; init; } = new();

    /// <summary>How often a checkpoint is written; one is written at the end in any case.</summary>
    public TrainingLength CheckpointEvery { get; init; } = TrainingLength.Epochs(1);

    /// <summary>Checkpoints that are kept besides the best: the last so many.</summary>
    public int KeepLast { get; init; } = 2;

    /// <summary>
    /// Whether each block is computed again on the way back, which takes less memory and more time (Chen et al. 2016). What is
    /// learned is the same to the bit, unless the network drops by chance: then the chances are others. For generated classes.
    /// </summary>
    public bool RecomputesBlocks { get; init; }

    /// <summary>The processes that train together; null trains alone.</summary>
    public Distributed.IProcessGroup? Group { get; init; }

    /// <summary>Who is told what happens; the run disposes them.</summary>
    public IReadOnlyList<ITrainingObserver> Observers { get; init; } = [];

    /// <summary>Steps that are started before the first of them is waited for; null for 16 on a GPU, 1 on the CPU. They learn the same.</summary>
    internal int? StepsAhead { get; init; }
}
