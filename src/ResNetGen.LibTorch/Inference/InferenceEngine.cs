using TorchSharp;

namespace ResNetGen.LibTorch.Inference;

/// <summary>The one place that chooses what computes a convolution: by what exists on this machine, never by a version.</summary>
internal static class InferenceEngine
{
    /// <summary>The fastest convolution there is for the weights' type and device. It may keep the weights: they must not change any more.</summary>
    internal static IConvolution Create(torch.Tensor weight, torch.Tensor? bias, ConvolutionSettings settings, int shapes) =>
        AtenScale.Takes(weight, settings) && (!OneDnn.Takes(weight) || weight.shape[0] % OneDnn.Block != 0) ? new AtenScale(weight, bias, settings)
            : OneDnn.Takes(weight) ? new OneDnnConvolution(weight, bias, settings, shapes)
            : new AtenConvolution(weight, bias, settings, channelsLast: weight.device_type == DeviceType.CUDA);
}
