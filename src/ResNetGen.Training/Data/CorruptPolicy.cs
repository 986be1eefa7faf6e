namespace ResNetGen.Training.Data;

/// <summary>What becomes of pictures that cannot be decoded.</summary>
public enum CorruptPolicy
{
    /// <summary>The first one ends the run.</summary>
    Fail,

    /// <summary>They are left out of their batch, and listed.</summary>
    Skip,
}
