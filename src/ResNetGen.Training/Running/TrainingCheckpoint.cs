using ResNetGen.Weights;

namespace ResNetGen.Training;

/// <summary>What a run's checkpoint says beside its weights, which <c>network.LoadWeights(path)</c> takes from the same file.</summary>
/// <remarks>
/// The file is PyTorch's: <c>torch.load(path)</c> (with <c>weights_only=True</c>, too, from version 2 on) gives a dict of <c>model</c>,
/// <c>optimizer</c> (both as PyTorch's <c>load_state_dict</c> takes them), <c>step</c>, <c>epoch</c>, <c>seed</c>, <c>recipe</c>,
/// <c>schedule</c> and what else is here.
/// </remarks>
public sealed record TrainingCheckpoint
{
    /// <summary>Steps done.</summary>
    public required long Step { get; init; }

    /// <summary>Epochs finished.</summary>
    public required long Epoch { get; init; }

    /// <summary>The recipe, as YAML.</summary>
    public required string Recipe { get; init; }

    /// <summary>The network's name.</summary>
    public required string Network { get; init; }

    /// <summary>The text of its spec; null where its class has none.</summary>
    public string? Spec { get; init; }

    /// <summary>The last measurement of each part.</summary>
    public IReadOnlyList<EvaluationReport> Last { get; init; } = [];

    /// <summary>The best measurement of the part that chooses; null before the first.</summary>
    public EvaluationReport? Best { get; init; }

    /// <summary>Time of the run up to here.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>The seed from which, with the step, all that is random follows.</summary>
    internal ulong Seed { get; init; }

    /// <summary>The state of the learning rate's control.</summary>
    internal string Schedule { get; init; } = "";

    /// <summary>The pictures.</summary>
    internal DataFacts Data { get; init; } = new(0, 0, 0, 0, 0);

    /// <summary>Processes that trained it.</summary>
    internal int WorldSize { get; init; } = 1;

    /// <summary>Reads what a checkpoint says of its run.</summary>
    /// <param name="path">A file that a run wrote: <c>checkpoints/best.pth</c>.</param>
    /// <exception cref="CheckpointException">The file is damaged, or no checkpoint of a run.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static TrainingCheckpoint Load(string path)
    {
        using var file = new CheckpointFile(path);
        return file.Read();
    }
}
