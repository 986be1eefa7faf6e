using static TorchSharp.torch;

namespace ResNetGen.Training.Analyses;

/// <summary>Mean and variance of values that come in parts, equal to those of all at once (Chan, Golub and LeVeque 1979).</summary>
internal sealed class RunningMoments
{
    private double _count;
    private double _squares;

    /// <summary>The mean; 0 of nothing.</summary>
    public double Mean { get; private set; }

    /// <summary>The standard deviation of the values themselves, not of what they were drawn from; NaN of nothing.</summary>
    public double Deviation => Math.Sqrt(_squares / _count);

    /// <summary>Adds every element of a tensor, in float64.</summary>
    public void Add(Tensor values)
    {
        using var scope = NewDisposeScope();
        var exact = values.to(ScalarType.Float64);
        double count = values.numel();
        var mean = exact.mean().cpu().item<double>();
        Add(count, mean, exact.sub(mean).square().sum().cpu().item<double>());
    }

    /// <summary>Adds some values by their number, their mean, and the sum of the squares of their distances from it.</summary>
    public void Add(double count, double mean, double squares)
    {
        if (count == 0)
            return;

        var total = _count + count;
        var distance = mean - Mean;
        Mean += distance * count / total;
        _squares += squares + (distance * distance * _count * count / total);
        _count = total;
    }
}
