using TorchSharp;

namespace ResNetGen.LibTorch.Inference;

/// <summary>libtorch's own operators, one after the other: for the devices and libraries that nothing special is known of.</summary>
internal sealed class AtenConvolution : IConvolution
{
    private readonly ConvolutionSettings _settings;
    private readonly torch.Tensor _weight;
    private readonly torch.Tensor? _bias;
    private readonly bool _channelsLast;

    /// <param name="weight">[out, in / groups, height, width].</param>
    /// <param name="bias">[out], or null.</param>
    /// <param name="settings">The rest.</param>
    /// <param name="channelsLast">Whether the channels of inputs and results lie side by side: what GPUs' units for matrices take as it is.</param>
    internal AtenConvolution(torch.Tensor weight, torch.Tensor? bias, ConvolutionSettings settings, bool channelsLast = false)
    {
        (_settings, _channelsLast) = (settings, channelsLast);
        _weight = (channelsLast ? MemoryFormat.ChannelsLast(weight) : weight.alias()).DetachFromDisposeScope();
        _bias = bias?.alias().DetachFromDisposeScope();
    }

    public torch.Tensor Run(torch.Tensor x, torch.Tensor? addend)
    {
        using torch.Tensor plain = _channelsLast && x.dim() == 4 ? MemoryFormat.ChannelsLast(x) : Fused.Plain(x);
        using torch.Tensor typed = plain.to(_weight.dtype);
        torch.Tensor result = Convolve(typed);
        if (addend is not null)
        {
            Fused.AddInPlace(result, addend);
        }

        Activations.Apply(result, _settings.Activation);
        return result;
    }

    public void Dispose()
    {
        _weight.Dispose();
        _bias?.Dispose();
    }

    private torch.Tensor Convolve(torch.Tensor x) =>
        // Asked through aten::convolution, libtorch 1.13 leaves oneDNN for an operator seven times slower where one thread computes one picture.
        x.dtype == torch.ScalarType.Float32 && x.device_type == DeviceType.CPU && x.numel() > 0 && InferenceOperators.HasMkldnn
            ? InferenceOperators.MkldnnConvolution.Invoke(
                x, _weight, _bias, _settings.PaddingList, _settings.StrideList, _settings.DilationList, _settings.Groups)
            : InferenceOperators.Convolution.Invoke(
                x, _weight, _bias, _settings.StrideList, _settings.PaddingList, _settings.DilationList, false, InferenceOperators.NoOutputPadding, _settings.Groups);
}
