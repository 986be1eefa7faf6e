using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Batch normalisation over <c>[N, C, H, W]</c>.</summary>
public sealed class BatchNorm2d : BatchNorm
{
    internal BatchNorm2d(long num_features, double eps, double momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype)
        : base(num_features, eps, momentum, affine, track_running_stats, device, dtype, nameof(BatchNorm2d))
    {
    }

    /// <exception cref="ArgumentException">The input is not <c>[N, C, H, W]</c>.</exception>
    protected override void ValidateInputDimensions(Tensor input)
    {
        if (input.ndim != 4)
        {
            throw new ArgumentException($"expected 4D input (got {input.ndim}D input)", nameof(input));
        }
    }
}
