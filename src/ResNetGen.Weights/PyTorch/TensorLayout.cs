using ResNetGen.Weights.Pickles;

namespace ResNetGen.Weights.PyTorch;

/// <summary>Where the elements of a tensor lie in its storage.</summary>
internal static class TensorLayout
{
    /// <summary>Returns what is wrong with a tensor's size, strides and offset; null where every element lies in the storage.</summary>
    public static string? Fault(PickleTensor tensor)
    {
        var (shape, strides) = (tensor.Shape, tensor.Strides);
        if (shape.Count != strides.Count)
            return $"has {shape.Count} sizes and {strides.Count} strides";
        if (CheckpointTensor.Count(shape) is not { } elements || elements > long.MaxValue / 8)
            return $"has size [{string.Join(", ", shape)}], which is no size of a tensor";
        if (tensor.Offset < 0 || tensor.Offset > tensor.Storage.Elements)
            return $"begins at element {tensor.Offset} of a storage of {tensor.Storage.Elements}";
        if (strides.Any(s => s < 0))
            return $"has strides [{string.Join(", ", strides)}], and PyTorch has no negative ones";
        if (elements == 0)
            return null;

        var last = Last(shape, strides, tensor.Offset);
        return last < tensor.Storage.Elements
            ? null
            : $"reaches element {last} of a storage of {tensor.Storage.Elements}: size [{string.Join(", ", shape)}], strides [{string.Join(", ", strides)}], offset {tensor.Offset}";
    }

    /// <summary>Returns the last element of a storage that a tensor with elements reaches.</summary>
    public static Int128 Last(IReadOnlyList<long> shape, IReadOnlyList<long> strides, long offset)
    {
        Int128 last = offset;
        for (var axis = 0; axis < shape.Count; axis++)
            last += (Int128)(shape[axis] - 1) * strides[axis];

        return last;
    }

    /// <summary>Returns whether the elements lie one after another, in row-major order.</summary>
    public static bool IsContiguous(IReadOnlyList<long> shape, IReadOnlyList<long> strides)
    {
        var expected = 1L;
        for (var axis = shape.Count - 1; axis >= 0; axis--)
        {
            if (shape[axis] != 1 && strides[axis] != expected)
                return false;

            expected *= shape[axis];
        }

        return true;
    }
}
