namespace ResNetGen.Training.Reports.Progress;

/// <summary>A mean that forgets: each number weighs a little less than the next.</summary>
internal sealed class Smoothed
{
    // A number of fifty steps ago weighs about a third of the last.
    private const double Kept = 0.98;

    private double _sum;
    private double _weight;

    public double Value => _sum / _weight;

    public void Add(double number)
    {
        _sum = (_sum * Kept) + number;
        _weight = (_weight * Kept) + 1;
    }
}
