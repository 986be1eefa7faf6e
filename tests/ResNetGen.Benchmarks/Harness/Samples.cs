namespace ResNetGen.Benchmarks;

/// <summary>The repeated measurements of one side.</summary>
internal sealed class Samples
{
    private const int Parts = 3;

    private readonly List<double> _values = [];

    public int Count => _values.Count;

    public double Median => MedianOf(_values);

    public double Minimum => _values.Min();

    /// <summary>How far the medians of the first, middle and last third lie apart, relative to the lowest: 0 on a quiet machine.</summary>
    public double Spread
    {
        get
        {
            var medians = _values.Chunk((_values.Count + Parts - 1) / Parts).Select(MedianOf).ToList();
            return medians.Min() > 0 ? (medians.Max() / medians.Min()) - 1 : 0;
        }
    }

    public void Add(double value) => _values.Add(value);

    private static double MedianOf(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        var middle = sorted.Count / 2;
        return sorted.Count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
