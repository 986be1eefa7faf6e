using TorchSharp;

namespace ResNetGen.LibTorch.Inference;

/// <summary>A 1x1 convolution that keeps the channels apart: a scale and a shift of each, by libtorch's batch norm, which computes them faster than its convolutions.</summary>
internal sealed class AtenScale : IConvolution
{
    private readonly FusedActivation _activation;
    private readonly torch.ScalarType _type;
    private readonly torch.Tensor _scale;
    private readonly torch.Tensor _shift;
    private readonly torch.Tensor _mean;
    private readonly torch.Tensor _variance;

    internal AtenScale(torch.Tensor weight, torch.Tensor? bias, ConvolutionSettings settings)
    {
        _activation = settings.Activation;
        _type = weight.dtype;
        using torch.Tensor flat = weight.flatten();
        // Statistics that change nothing, in the type that batch norms keep theirs in.
        _scale = flat.to(torch.ScalarType.Float32).DetachFromDisposeScope();
        _shift = (bias?.to(torch.ScalarType.Float32) ?? _scale.zeros_like()).DetachFromDisposeScope();
        _mean = _scale.zeros_like().DetachFromDisposeScope();
        _variance = _scale.ones_like().DetachFromDisposeScope();
    }

    /// <summary>Whether the convolution over <paramref name="weight"/> is one.</summary>
    internal static bool Takes(torch.Tensor weight, ConvolutionSettings settings)
    {
        long[] shape = weight.shape;
        return settings.Groups == shape[0] && shape[1] * shape[2] * shape[3] == 1 && settings is { Stride: (1, 1), Padding: (0, 0) };
    }

    public torch.Tensor Run(torch.Tensor x, torch.Tensor? addend)
    {
        using torch.Tensor shaped = Fused.Shaped(x);
        using torch.Tensor typed = shaped.to(_type);
        torch.Tensor result = torch.nn.functional.batch_norm(typed, _mean, _variance, _scale, _shift, false, 0.0, 0.0);
        if (addend is not null)
        {
            Fused.AddInPlace(result, addend);
        }

        Activations.Apply(result, _activation);
        return result;
    }

    public void Dispose()
    {
        _scale.Dispose();
        _shift.Dispose();
        _mean.Dispose();
        _variance.Dispose();
    }
}
