using ResNetGen.Training.Data;

namespace ResNetGen.Training.Evaluation;

/// <summary>Some pictures, each seen in every way of a plan.</summary>
/// <param name="Indices">Which pictures of the source; those that could not be decoded are left out.</param>
/// <param name="Labels">Their classes.</param>
/// <param name="Stacks">Every look at every picture, by size.</param>
/// <param name="Skipped">Pictures that could not be decoded, and why.</param>
internal sealed record ViewBatch(int[] Indices, int[] Labels, IReadOnlyList<ViewStack> Stacks, IReadOnlyList<SkippedImage> Skipped) : IDisposable
{
    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var stack in Stacks)
            stack.Dispose();
    }
}
