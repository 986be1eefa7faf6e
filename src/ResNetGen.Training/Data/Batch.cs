using static TorchSharp.torch;

namespace ResNetGen.Training.Data;

/// <summary>Some pictures as a network takes them; dispose it when done.</summary>
/// <param name="Images">Normalised, <c>[N, 3, H, W]</c>, float32, on the CPU; in no dispose scope.</param>
/// <param name="Labels">Classes, <c>[N]</c>, int64, on the CPU; in no dispose scope.</param>
/// <param name="Indices">Which pictures of the source.</param>
public sealed record Batch(Tensor Images, Tensor Labels, IReadOnlyList<int> Indices) : IDisposable
{
    /// <inheritdoc/>
    public void Dispose()
    {
        Images.Dispose();
        Labels.Dispose();
    }
}
