using ResNetGen.LibTorch.Interop;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A convolution over <c>[N, C, H, W]</c>.</summary>
public sealed class Conv2d : Convolution
{
    private static readonly long[] NoOutputPadding = [0, 0];

    internal Conv2d(
        long in_channels,
        long out_channels,
        (long, long) kernel_size,
        (long, long) stride,
        (long, long) padding,
        Padding? padding_type,
        (long, long) dilation,
        PaddingModes padding_mode,
        long groups,
        bool bias,
        Device? device,
        ScalarType? dtype)
        : base(
            nameof(Conv2d),
            in_channels,
            out_channels,
            [kernel_size.Item1, kernel_size.Item2],
            [stride.Item1, stride.Item2],
            [padding.Item1, padding.Item2],
            padding_type,
            [dilation.Item1, dilation.Item2],
            transposed: false,
            NoOutputPadding,
            groups,
            bias,
            padding_mode,
            device,
            dtype)
    {
    }

    /// <summary>Convolves <c>[N, C, H, W]</c> or <c>[C, H, W]</c>.</summary>
    public override Tensor forward(Tensor input) => padding is { } amount
        ? NeuralOperators.Conv2d.Invoke(input, weightField, biasField, stride, amount, dilation, groups)
        : NeuralOperators.Conv2dByRule.Invoke(input, weightField, biasField, stride, padding_type == Padding.Same ? "same" : "valid", dilation, groups);
}
