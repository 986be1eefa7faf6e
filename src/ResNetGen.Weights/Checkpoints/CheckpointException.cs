namespace ResNetGen.Weights;

/// <summary>A file of weights is refused, or does not fit the network. Nothing was changed.</summary>
public sealed class CheckpointException : Exception
{
    /// <summary>Makes an exception without a message.</summary>
    public CheckpointException()
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">What is wrong, and where.</param>
    public CheckpointException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">What is wrong, and where.</param>
    /// <param name="innerException">What made it known.</param>
    public CheckpointException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>What does not fit, where the file could be read; null where it was refused.</summary>
    public LoadReport? Report { get; init; }
}
