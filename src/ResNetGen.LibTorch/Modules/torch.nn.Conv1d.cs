using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A convolution over <c>[N, C, L]</c>.</summary>
        /// <exception cref="ArgumentException">The channels are not divisible by the groups.</exception>
        /// <exception cref="NotSupportedException">The padding mode is not zeros.</exception>
        public static Conv1d Conv1d(
            long in_channels,
            long out_channels,
            long kernel_size,
            long stride = 1,
            long padding = 0,
            long dilation = 1,
            PaddingModes padding_mode = PaddingModes.Zeros,
            long groups = 1,
            bool bias = true,
            Device? device = null,
            ScalarType? dtype = null) =>
            new(in_channels, out_channels, kernel_size, stride, padding, null, dilation, padding_mode, groups, bias, device, dtype);

        /// <summary>A convolution over <c>[N, C, L]</c>, padded by rule.</summary>
        /// <exception cref="ArgumentException">The channels are not divisible by the groups, or "same" with a stride.</exception>
        /// <exception cref="NotSupportedException">The padding mode is not zeros.</exception>
        public static Conv1d Conv1d(
            long in_channels,
            long out_channels,
            long kernel_size,
            Padding padding,
            long stride = 1,
            long dilation = 1,
            PaddingModes padding_mode = PaddingModes.Zeros,
            long groups = 1,
            bool bias = true,
            Device? device = null,
            ScalarType? dtype = null) =>
            new(in_channels, out_channels, kernel_size, stride, 0, padding, dilation, padding_mode, groups, bias, device, dtype);
    }
}
