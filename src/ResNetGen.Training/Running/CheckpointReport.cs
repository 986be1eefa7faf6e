namespace ResNetGen.Training;

/// <summary>A checkpoint on the disk.</summary>
/// <param name="Step">Steps done.</param>
/// <param name="Path">The file.</param>
/// <param name="IsBest">Whether it holds the lowest error so far.</param>
public sealed record CheckpointReport(long Step, string Path, bool IsBest);
