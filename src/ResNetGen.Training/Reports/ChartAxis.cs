namespace ResNetGen.Training.Reports;

/// <summary>An axis of a chart.</summary>
/// <param name="Label">What it counts, and in which unit.</param>
public sealed record ChartAxis(string Label)
{
    /// <summary>Whether equal lengths are equal factors; values of zero or less are then left out.</summary>
    public bool IsLogarithmic { get; init; }

    /// <summary>Where it begins; null for the least value.</summary>
    public double? Min { get; init; }

    /// <summary>Where it ends; null for the greatest value.</summary>
    public double? Max { get; init; }

    /// <summary>Whether ticks stand at whole numbers only.</summary>
    public bool IsWhole { get; init; }
}
