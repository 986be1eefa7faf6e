namespace ResNetGen.Training.Reports;

/// <summary>A curve of many steps as a few hundred points: each is the mean of its neighbours.</summary>
/// <param name="steps">Steps of the whole run.</param>
internal sealed class TrainingCurve(long steps)
{
    private const long MostPoints = 400;

    private readonly long _width = Math.Max(1, (steps + MostPoints - 1) / MostPoints);
    private readonly List<(double X, double Y)> _points = [];
    private double _sum;
    private long _count;

    /// <summary>The points so far; a last one may be the mean of fewer steps.</summary>
    public IReadOnlyList<(double X, double Y)> Points(long step) => _count == 0 ? _points : [.. _points, (step, _sum / _count)];

    public void Add(long step, double value)
    {
        _sum += value;
        _count++;
        if (step % _width != 0)
            return;

        _points.Add((step, _sum / _count));
        (_sum, _count) = (0, 0);
    }
}
