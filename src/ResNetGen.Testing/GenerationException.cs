namespace ResNetGen.Testing;

/// <summary>A run of the generator is not what the test says that it is.</summary>
public sealed class GenerationException : Exception
{
    /// <summary>Makes one without a message.</summary>
    public GenerationException()
    {
    }

    /// <summary>Makes one that says what is wrong.</summary>
    public GenerationException(string message)
        : base(message)
    {
    }

    /// <summary>Makes one that says what is wrong, and why.</summary>
    public GenerationException(string message, Exception cause)
        : base(message, cause)
    {
    }
}
