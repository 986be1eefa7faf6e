namespace ResNetGen.Training.Data;

/// <summary>How batches are made; nothing here changes what a run learns, but for <see cref="Corrupt"/>.</summary>
public sealed record LoaderOptions
{
    /// <summary>Threads that decode and augment; 0 works on the caller's thread.</summary>
    public int Workers { get; init; } = 1;

    /// <summary>Batches that wait to be taken, at most.</summary>
    public int QueueLength { get; init; } = 4;

    /// <summary>What becomes of pictures that cannot be decoded.</summary>
    public CorruptPolicy Corrupt { get; init; } = CorruptPolicy.Fail;

    /// <summary>This process among <see cref="WorldSize"/>.</summary>
    public int Rank { get; init; }

    /// <summary>Processes that share each batch: each takes a run of neighbours, sizes differing by one at most.</summary>
    public int WorldSize { get; init; } = 1;
}
