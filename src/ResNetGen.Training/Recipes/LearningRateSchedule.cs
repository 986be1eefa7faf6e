namespace ResNetGen.Training;

/// <summary>How the learning rate changes.</summary>
public abstract record LearningRateSchedule;

/// <summary>It does not change.</summary>
public sealed record ConstantSchedule : LearningRateSchedule;

/// <summary>It is multiplied at fixed moments: 32k and 48k iterations, or 30, 60 and 90 epochs.</summary>
/// <param name="At">The moments, rising.</param>
/// <param name="Factor">The factor at each.</param>
public sealed record StepSchedule(IReadOnlyList<TrainingLength> At, double Factor = 0.1) : LearningRateSchedule
{
    /// <inheritdoc/>
    public bool Equals(StepSchedule? other) => other is not null && Factor.Equals(other.Factor) && At.SequenceEqual(other.At);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Factor, At.Count);
}

/// <summary>It is multiplied when the validation error (the training error without a validation set) has stopped falling.</summary>
/// <param name="Factor">The factor.</param>
/// <param name="Patience">Evaluations without an improvement that are waited for.</param>
/// <param name="Threshold">The improvement that counts, as a share of the best error.</param>
/// <param name="Minimum">The rate is never lowered below.</param>
public sealed record PlateauSchedule(double Factor = 0.1, int Patience = 10, double Threshold = 1e-4, double Minimum = 0) : LearningRateSchedule;

/// <summary>It falls to zero along half a cosine over the whole run.</summary>
public sealed record CosineSchedule : LearningRateSchedule;
