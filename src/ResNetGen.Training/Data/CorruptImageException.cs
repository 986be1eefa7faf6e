namespace ResNetGen.Training.Data;

/// <summary>A picture cannot be decoded; the message names it and says why.</summary>
public sealed class CorruptImageException : Exception
{
    /// <summary>An exception without a message.</summary>
    public CorruptImageException()
    {
    }

    /// <summary>An exception with a message.</summary>
    public CorruptImageException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with a message and its cause.</summary>
    public CorruptImageException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
