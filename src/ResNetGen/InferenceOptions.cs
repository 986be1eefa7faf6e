namespace ResNetGen;

/// <summary>How a generated class's <c>ToInference</c> makes its network.</summary>
public sealed record InferenceOptions
{
    private readonly InferencePrecision _precision;

    private readonly int _preparedShapes = 8;

    /// <summary>What it computes with. Inputs of other types are converted; results are float32 either way. Default: float32.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is none of the precisions.</exception>
    public InferencePrecision Precision
    {
        get => _precision;
        init => _precision = value is InferencePrecision.Float32 or InferencePrecision.BFloat16
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The precision is none of those known.");
    }

    /// <summary>
    /// For how many shapes of input each layer keeps what it has prepared, on a backend that prepares; the least recently
    /// used goes. Default: 8.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int PreparedShapes
    {
        get => _preparedShapes;
        init => _preparedShapes = value >= 1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "At least one shape is kept.");
    }

    /// <summary>
    /// Whether the network is disposed while it is copied, convolution by convolution, so that its weights and the copy's
    /// are never in memory together. What <c>OnTap</c> uses of the network is gone, too. Default: it stays as it is.
    /// </summary>
    public bool DisposesNetwork { get; init; }
}
