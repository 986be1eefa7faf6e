namespace ResNetGen.Training.Reports;

/// <summary>A line of a chart.</summary>
/// <param name="Name">Its name in the legend; null leaves it out of the legend.</param>
/// <param name="Points">Where it goes, in order; points that are no numbers interrupt it.</param>
/// <param name="Color">The number of its colour in the chart's palette, from 0.</param>
/// <param name="Style">How it is drawn.</param>
public sealed record ChartSeries(string? Name, IReadOnlyList<(double X, double Y)> Points, int Color, LineStyle Style = LineStyle.Bold);
