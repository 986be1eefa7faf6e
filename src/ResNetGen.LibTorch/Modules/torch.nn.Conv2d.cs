using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A convolution over <c>[N, C, H, W]</c> with square settings.</summary>
        /// <exception cref="ArgumentException">The channels are not divisible by the groups.</exception>
        /// <exception cref="NotSupportedException">The padding mode is not zeros.</exception>
        public static Conv2d Conv2d(
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
            new(in_channels, out_channels, (kernel_size, kernel_size), (stride, stride), (padding, padding), null, (dilation, dilation), padding_mode, groups, bias, device, dtype);

        /// <summary>A convolution over <c>[N, C, H, W]</c>, each setting as (height, width).</summary>
        /// <exception cref="ArgumentException">The channels are not divisible by the groups.</exception>
        /// <exception cref="NotSupportedException">The padding mode is not zeros.</exception>
        public static Conv2d Conv2d(
            long in_channels,
            long out_channels,
            (long, long) kernel_size,
            (long, long)? stride = null,
            (long, long)? padding = null,
            (long, long)? dilation = null,
            PaddingModes padding_mode = PaddingModes.Zeros,
            long groups = 1,
            bool bias = true,
            Device? device = null,
            ScalarType? dtype = null) =>
            new(in_channels, out_channels, kernel_size, stride ?? (1, 1), padding ?? (0, 0), null, dilation ?? (1, 1), padding_mode, groups, bias, device, dtype);

        /// <summary>A convolution over <c>[N, C, H, W]</c> with square settings, padded by rule.</summary>
        /// <exception cref="ArgumentException">The channels are not divisible by the groups, or "same" with a stride.</exception>
        /// <exception cref="NotSupportedException">The padding mode is not zeros.</exception>
        public static Conv2d Conv2d(
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
            new(in_channels, out_channels, (kernel_size, kernel_size), (stride, stride), (0, 0), padding, (dilation, dilation), padding_mode, groups, bias, device, dtype);

        /// <summary>A convolution over <c>[N, C, H, W]</c>, each setting as (height, width), padded by rule.</summary>
        /// <exception cref="ArgumentException">The channels are not divisible by the groups, or "same" with a stride.</exception>
        /// <exception cref="NotSupportedException">The padding mode is not zeros.</exception>
        public static Conv2d Conv2d(
            long in_channels,
            long out_channels,
            (long, long) kernel_size,
            Padding padding,
            (long, long)? stride = null,
            (long, long)? dilation = null,
            PaddingModes padding_mode = PaddingModes.Zeros,
            long groups = 1,
            bool bias = true,
            Device? device = null,
            ScalarType? dtype = null) =>
            new(in_channels, out_channels, kernel_size, stride ?? (1, 1), (0, 0), padding, dilation ?? (1, 1), padding_mode, groups, bias, device, dtype);
    }
}
