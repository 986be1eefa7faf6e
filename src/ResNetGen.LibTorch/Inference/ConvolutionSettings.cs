using TorchSharp;

namespace ResNetGen.LibTorch.Inference;

/// <summary>What a convolution does, apart from its weights. Pairs are (height, width).</summary>
internal sealed record ConvolutionSettings(
    (long Height, long Width) Stride, (long Height, long Width) Padding, (long Height, long Width) Dilation, long Groups, FusedActivation Activation)
{
    internal long[] StrideList { get; } = [Stride.Height, Stride.Width];

    internal long[] PaddingList { get; } = [Padding.Height, Padding.Width];

    internal long[] DilationList { get; } = [Dilation.Height, Dilation.Width];

    /// <summary>Refuses what no convolution can be.</summary>
    internal void Check(torch.Tensor weight, torch.Tensor? bias)
    {
        long[] shape = weight.shape;
        if (shape.Length != 4)
            throw new ArgumentException($"The weight has the shape [{string.Join(", ", shape)}]; [out, in / groups, height, width] is needed.", nameof(weight));
        if (Groups < 1 || shape[0] % Groups != 0)
            throw new ArgumentException($"{shape[0]} channels cannot be made in {Groups} groups.", nameof(weight));
        if (bias is not null && (bias.dim() != 1 || bias.shape[0] != shape[0]))
            throw new ArgumentException($"The bias has the shape [{string.Join(", ", bias.shape)}]; [{shape[0]}] is needed.", nameof(bias));
    }
}
