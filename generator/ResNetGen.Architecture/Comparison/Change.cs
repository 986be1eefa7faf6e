namespace ResNetGen.Architecture.Comparison;

/// <summary>What became of a part of a network.</summary>
public enum Change
{
    /// <summary>It is new.</summary>
    Added,

    /// <summary>It is no more.</summary>
    Removed,

    /// <summary>It is other than it was.</summary>
    Changed,
}
