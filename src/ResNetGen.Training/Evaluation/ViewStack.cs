using static TorchSharp.torch;

namespace ResNetGen.Training.Evaluation;

/// <summary>Looks of one size, as a network takes them.</summary>
/// <param name="Images">Normalised, <c>[N, 3, H, W]</c>, float32, on the CPU; in no dispose scope.</param>
/// <param name="Rows">For each the picture's place in its batch times the number of looks, plus the look's number.</param>
internal sealed record ViewStack(Tensor Images, int[] Rows) : IDisposable
{
    /// <inheritdoc/>
    public void Dispose() => Images.Dispose();
}
