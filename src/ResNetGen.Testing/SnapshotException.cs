namespace ResNetGen.Testing;

/// <summary>What was generated is not what was reviewed: the message has the difference.</summary>
public sealed class SnapshotException : Exception
{
    /// <summary>Makes one without a message.</summary>
    public SnapshotException()
    {
    }

    /// <summary>Makes one that says what is wrong.</summary>
    public SnapshotException(string message)
        : base(message)
    {
    }

    /// <summary>Makes one that says what is wrong, and why.</summary>
    public SnapshotException(string message, Exception cause)
        : base(message, cause)
    {
    }
}
