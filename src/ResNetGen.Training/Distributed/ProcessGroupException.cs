namespace ResNetGen.Training.Distributed;

/// <summary>The processes cannot go on together: one is missing, died or stayed behind; the message says what is known.</summary>
public sealed class ProcessGroupException : Exception
{
    /// <summary>An exception without a message.</summary>
    public ProcessGroupException()
    {
    }

    /// <summary>An exception with a message.</summary>
    public ProcessGroupException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with a message and its cause.</summary>
    public ProcessGroupException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
