namespace ResNetGen.Training.Data;

/// <summary>A batch with what was left out of it.</summary>
internal sealed record MadeBatch(Batch Batch, IReadOnlyList<SkippedImage> Skipped) : IDisposable
{
    public void Dispose() => Batch.Dispose();
}
