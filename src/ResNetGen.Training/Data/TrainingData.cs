namespace ResNetGen.Training.Data;

/// <summary>What a run learns from and is measured on.</summary>
/// <param name="Training">What it learns from, before a part is held back for validation.</param>
/// <param name="Test">What it is measured on; null where there is none.</param>
public sealed record TrainingData(IImageSource Training, IImageSource? Test);
