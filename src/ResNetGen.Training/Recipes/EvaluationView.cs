namespace ResNetGen.Training;

/// <summary>How pictures are seen when a network is measured.</summary>
public sealed record EvaluationView
{
    /// <summary>The length to which the shorter side is resized; null leaves the size. Several: multi-scale.</summary>
    public IReadOnlyList<int> Scales { get; init; } = [];

    /// <summary>The side of the squares that are cut out; null takes the whole picture (fully convolutional).</summary>
    public int? Crop { get; init; }

    /// <summary>Which squares.</summary>
    public Crops Crops { get; init; } = Crops.Center;

    /// <summary>How often a run is measured.</summary>
    public TrainingLength Every { get; init; } = TrainingLength.Epochs(1);

    /// <inheritdoc/>
    public bool Equals(EvaluationView? other) =>
        other is not null && Scales.SequenceEqual(other.Scales) && Crop == other.Crop && Crops == other.Crops && Every == other.Every;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Scales.Count, Crop, Crops, Every);
}
