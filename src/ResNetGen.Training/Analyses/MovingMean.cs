namespace ResNetGen.Training.Analyses;

/// <summary>A noisy curve of steps, smoothed and thinned so that it can be drawn.</summary>
/// <param name="Window">Steps of which each point is the mean.</param>
/// <param name="Points">The step, and the mean of it and those before it.</param>
internal sealed record MovingMean(int Window, IReadOnlyList<(double X, double Y)> Points)
{
    private const int MostPoints = 400;

    /// <summary>Smooths the errors of steps in order: over an epoch, or over a twentieth of a run of few epochs.</summary>
    public static MovingMean Of(IReadOnlyList<(long Step, double Value)> steps, long stepsPerEpoch, long length)
    {
        var window = (int)Math.Clamp(Math.Min(stepsPerEpoch, length / 20), 1, Math.Max(1, steps.Count));
        var sums = new double[steps.Count + 1];
        for (var i = 0; i < steps.Count; i++)
            sums[i + 1] = sums[i] + steps[i].Value;

        var points = new List<(double X, double Y)>();
        var stride = Math.Max(1, (steps.Count - window) / MostPoints);
        for (var end = window; end <= steps.Count; end += stride)
            points.Add((steps[end - 1].Step, (sums[end] - sums[end - window]) / window));

        if (steps.Count > 0 && points[^1].X < steps[^1].Step)
            points.Add((steps[^1].Step, (sums[^1] - sums[^(window + 1)]) / window));

        return new MovingMean(window, points);
    }
}
