namespace ResNetGen.Training;

/// <summary>A run cannot start, go on or continue as asked; the message says why and what can be done.</summary>
public class TrainingException : Exception
{
    /// <summary>An exception without a message.</summary>
    public TrainingException()
    {
    }

    /// <summary>An exception with a message.</summary>
    public TrainingException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with a message and its cause.</summary>
    public TrainingException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
