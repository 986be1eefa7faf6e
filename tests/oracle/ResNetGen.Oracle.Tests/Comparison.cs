using System.Globalization;
using Xunit;
using static TorchSharp.torch;

namespace ResNetGen.Oracle.Tests;

/// <summary>Compares tensors with torchvision's, and says whether they are equal to the bit or how far apart they are.</summary>
internal sealed class Comparison(string what)
{
    // Far above what a different order of float32 additions gives in one step, far below any mistake.
    public const double Tolerance = 1e-5;

    private readonly List<(string Key, double Difference)> _different = [];
    private int _count;

    /// <summary>Compares one tensor: shape, type and elements.</summary>
    public void Add(string key, Tensor actual, Tensor expected)
    {
        Assert.Equal(expected.shape, actual.shape);
        Assert.Equal(expected.dtype, actual.dtype);
        _count++;
        using var contiguous = actual.detach().contiguous();
        if (!contiguous.bytes.SequenceEqual(expected.bytes))
            _different.Add((key, Difference(contiguous, expected)));
    }

    /// <summary>Compares two state dicts: the same keys, then every tensor.</summary>
    public void AddState(IReadOnlyDictionary<string, Tensor> actual, IReadOnlyDictionary<string, Tensor> expected)
    {
        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), actual.Keys.Order(StringComparer.Ordinal));
        foreach (var (key, value) in expected)
            Add(key, actual[key], value);
    }

    /// <summary>Reports the finding; fails where a difference is above the tolerance, or, <paramref name="exactly"/>, where there is one.</summary>
    public void Conclude(bool exactly = false)
    {
        Assert.True(_count > 0, $"{what}: nothing was compared");
        var worst = _different.DefaultIfEmpty().MaxBy(d => d.Difference);
        var finding = _different.Count == 0
            ? "equal to the bit"
            : string.Create(CultureInfo.InvariantCulture, $"{_count - _different.Count} equal to the bit; largest relative difference {worst.Difference:E2}, in {worst.Key}");
        OracleFolder.Report($"{what}: {_count} {(_count == 1 ? "tensor" : "tensors")}, {finding}");
        Assert.True(worst.Difference <= Tolerance && !(exactly && _different.Count > 0), $"{what}: {finding}");
    }

    // The largest difference of an element, relative to the largest element of the tensor.
    private static double Difference(Tensor actual, Tensor expected)
    {
        using var a = actual.to(ScalarType.Float64);
        using var b = expected.to(ScalarType.Float64);
        var numbers = a.data<double>().ToArray();
        var wanted = b.data<double>().ToArray();
        var difference = numbers.Zip(wanted, (x, y) => Math.Abs(x - y)).Max();
        var scale = wanted.Max(Math.Abs);
        if (double.IsNaN(difference) || double.IsNaN(scale))
            return double.PositiveInfinity;

        return scale > 0 ? difference / scale : difference;
    }
}
