using static TorchSharp.torch;

namespace ResNetGen.LibTorch.Tests.Inference;

/// <summary>Comparison of whole tensors, relative to the largest value.</summary>
internal static class Near
{
    /// <summary>Whether all values are the same.</summary>
    internal static bool Same(Tensor a, Tensor b)
    {
        Assert.Equal(a.shape, b.shape);
        using Tensor equal = a.eq(b);
        using Tensor all = equal.all();
        return all.item<bool>();
    }

    /// <summary>That no value is further off than <paramref name="tolerance"/> of the largest one.</summary>
    internal static void Equal(Tensor expected, Tensor actual, double tolerance, string what)
    {
        Assert.Equal(expected.shape, actual.shape);
        using Tensor wanted = expected.to(ScalarType.Float64);
        using Tensor got = actual.to(ScalarType.Float64);
        using Tensor difference = (got - wanted).abs_().max();
        using Tensor largest = wanted.abs().max();
        double error = difference.item<double>() / Math.Max(largest.item<double>(), 1e-3);
        Assert.True(error <= tolerance, $"{what}: {error:E2} of the largest value");
    }
}
