namespace ResNetGen.Export;

/// <summary>A spec is refused.</summary>
public sealed class SpecException : Exception
{
    /// <summary>Makes an exception without a message.</summary>
    public SpecException()
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">What is wrong, and where: one line for each mistake.</param>
    public SpecException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">What is wrong, and where: one line for each mistake.</param>
    /// <param name="innerException">What made it known.</param>
    public SpecException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
