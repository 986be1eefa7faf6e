namespace ResNetGen;

/// <summary>The numbers that a network made for inference computes with.</summary>
public enum InferencePrecision
{
    /// <summary>Single precision.</summary>
    Float32,

    /// <summary>Eight bits of precision in the range of single: faster where processor and library know it.</summary>
    BFloat16,
}
