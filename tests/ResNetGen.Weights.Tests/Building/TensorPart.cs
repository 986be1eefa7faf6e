namespace ResNetGen.Weights.Tests.Building;

/// <summary>A tensor as a pickle describes it, true or not.</summary>
internal sealed record TensorPart(string StorageType, string Key, long StorageElements, long[] Shape, long[] Strides, long Offset = 0)
{
    /// <summary>Two rows of three floats, in storage 0.</summary>
    public static readonly TensorPart Good = new("FloatStorage", "0", 6, [2, 3], [3, 1]);
}
