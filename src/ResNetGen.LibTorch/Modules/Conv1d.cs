using ResNetGen.LibTorch.Interop;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A convolution over <c>[N, C, L]</c>.</summary>
public sealed class Conv1d : Convolution
{
    private static readonly long[] NoOutputPadding = [0];

    internal Conv1d(
        long in_channels,
        long out_channels,
        long kernel_size,
        long stride,
        long padding,
        Padding? padding_type,
        long dilation,
        PaddingModes padding_mode,
        long groups,
        bool bias,
        Device? device,
        ScalarType? dtype)
        : base(
            nameof(Conv1d),
            in_channels,
            out_channels,
            [kernel_size],
            [stride],
            [padding],
            padding_type,
            [dilation],
            transposed: false,
            NoOutputPadding,
            groups,
            bias,
            padding_mode,
            device,
            dtype)
    {
    }

    /// <summary>Convolves <c>[N, C, L]</c> or <c>[C, L]</c>.</summary>
    public override Tensor forward(Tensor input) => padding is { } amount
        ? NeuralOperators.Conv1d.Invoke(input, weightField, biasField, stride, amount, dilation, groups)
        : NeuralOperators.Conv1dByRule.Invoke(input, weightField, biasField, stride, padding_type == Padding.Same ? "same" : "valid", dilation, groups);
}
