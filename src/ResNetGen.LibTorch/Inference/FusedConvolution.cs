using TorchSharp;

namespace ResNetGen.LibTorch.Inference;

/// <summary>
/// A convolution for inference: bias, an addend and the activation in one go, with weights laid out once for the machine.
/// Nothing is recorded for autograd. Several threads may call <c>Run</c> at once.
/// </summary>
/// <remarks>
/// Activations may lie in a layout of their own between these calls: a dense tensor [N, C / b, H, W, b] in which b channels
/// (8 or 16) lie together, which is oneDNN's nChw8c and nChw16c. <see cref="Fused.Plain"/> gives [N, C, H, W].
/// </remarks>
public sealed class FusedConvolution : IDisposable
{
    private readonly IConvolution _convolution;

    /// <summary>Takes a copy of the weights.</summary>
    /// <param name="weight">[out, in / groups, height, width]; not kept.</param>
    /// <param name="bias">[out], or null; not kept.</param>
    /// <param name="stride">(height, width).</param>
    /// <param name="padding">(height, width), of zeros on both sides.</param>
    /// <param name="dilation">(height, width).</param>
    /// <param name="groups">How many groups the channels are in.</param>
    /// <param name="activation">What the sum goes through.</param>
    /// <param name="preparedShapes">For how many input shapes the work of preparing is kept; the least recently used goes first.</param>
    /// <param name="bfloat16">Compute in bfloat16: inputs are converted, and so are results. Otherwise in float32.</param>
    /// <exception cref="ArgumentException">The weights are none of a convolution in two dimensions, or <paramref name="preparedShapes"/> is below 1.</exception>
    public FusedConvolution(
        torch.Tensor weight,
        torch.Tensor? bias,
        (long, long) stride,
        (long, long) padding,
        (long, long) dilation,
        long groups,
        FusedActivation activation,
        int preparedShapes,
        bool bfloat16)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(preparedShapes, 1);
        var settings = new ConvolutionSettings(stride, padding, dilation, groups, activation);
        settings.Check(weight, bias);
        torch.ScalarType type = bfloat16 ? torch.ScalarType.BFloat16 : torch.ScalarType.Float32;
        using torch.Tensor ownWeight = OwnCopy(weight, type);
        using torch.Tensor? ownBias = bias is null ? null : OwnCopy(bias, type);
        _convolution = InferenceEngine.Create(ownWeight, ownBias, settings, preparedShapes);
    }

    /// <summary>activation(conv(x) + bias).</summary>
    /// <param name="x">[N, C, H, W], or blocked; neither changed nor disposed.</param>
    public torch.Tensor Run(torch.Tensor x) => _convolution.Run(x, null);

    /// <summary>activation(conv(x) + bias + addend).</summary>
    /// <param name="x">[N, C, H, W], or blocked; neither changed nor disposed.</param>
    /// <param name="addend">Of the result's shape, in any layout. Its memory may be overwritten, unless it is that of <paramref name="x"/>; it is not disposed.</param>
    /// <returns>A handle of its own, over memory that may be the addend's.</returns>
    public torch.Tensor Run(torch.Tensor x, torch.Tensor addend) => _convolution.Run(x, addend);

    /// <summary>Frees the weights.</summary>
    public void Dispose() => _convolution.Dispose();

    private static torch.Tensor OwnCopy(torch.Tensor given, torch.ScalarType type)
    {
        using torch.Tensor detached = given.detach();
        return detached.to(type, copy: true);
    }
}
