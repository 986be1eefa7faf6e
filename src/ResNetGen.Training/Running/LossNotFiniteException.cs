namespace ResNetGen.Training;

/// <summary>The loss became infinite or no number; the last checkpoint is from before.</summary>
public sealed class LossNotFiniteException : TrainingException
{
    /// <summary>An exception without a message.</summary>
    public LossNotFiniteException()
    {
    }

    /// <summary>An exception with a message.</summary>
    public LossNotFiniteException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with a message and its cause.</summary>
    public LossNotFiniteException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The step, counted from 1.</summary>
    public long Step { get; init; }

    /// <summary>The pictures of its batch, as indices of the training source; where several processes train, this one's.</summary>
    public IReadOnlyList<int> Indices { get; init; } = [];

    /// <summary>The last checkpoint before; null on processes that write none.</summary>
    public string? Checkpoint { get; init; }
}
