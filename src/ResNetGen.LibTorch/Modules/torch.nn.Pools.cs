using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>The largest value of each square window.</summary>
        public static MaxPool2d MaxPool2d(
            long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) =>
            new(Square(kernel_size), Square(stride), Square(padding), Square(dilation), ceil_mode);

        /// <summary>The largest value of each window, each setting as (height, width).</summary>
        public static MaxPool2d MaxPool2d(
            (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null, (long, long)? dilation = null, bool ceil_mode = false) =>
            new(Pair(kernel_size), Pair(stride), Pair(padding), Pair(dilation), ceil_mode);

        /// <summary>The largest value of each window, each setting as [height, width].</summary>
        public static MaxPool2d MaxPool2d(
            long[] kernel_size, long[]? stride = null, long[]? padding = null, long[]? dilation = null, bool ceil_mode = false) =>
            new(kernel_size, stride, padding, dilation, ceil_mode);

        /// <summary>The mean of each square window.</summary>
        public static AvgPool2d AvgPool2d(
            long kernel_size, long? stride = null, long? padding = null, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) =>
            new(Square(kernel_size), Square(stride), Square(padding), ceil_mode, count_include_pad, divisor_override);

        /// <summary>The mean of each window, each setting as (height, width).</summary>
        public static AvgPool2d AvgPool2d(
            (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) =>
            new(Pair(kernel_size), Pair(stride), Pair(padding), ceil_mode, count_include_pad, divisor_override);

        /// <summary>The mean of each window, each setting as [height, width].</summary>
        public static AvgPool2d AvgPool2d(
            long[] kernel_size, long[]? stride = null, long[]? padding = null, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) =>
            new(kernel_size, stride, padding, ceil_mode, count_include_pad, divisor_override);

        /// <summary>Means, to a square output.</summary>
        public static AdaptiveAvgPool2d AdaptiveAvgPool2d(long output_size) => new(Square(output_size));

        /// <summary>Means, to an output of (height, width).</summary>
        public static AdaptiveAvgPool2d AdaptiveAvgPool2d((long, long) output_size) => new(Pair(output_size));

        /// <summary>Means, to an output of [height, width].</summary>
        public static AdaptiveAvgPool2d AdaptiveAvgPool2d(long[] output_size) => new(output_size);

        internal static long[] Square(long side) => [side, side];

        internal static long[]? Square(long? side) => side is { } given ? [given, given] : null;

        internal static long[] Pair((long First, long Second) pair) => [pair.First, pair.Second];

        internal static long[]? Pair((long First, long Second)? pair) => pair is { } given ? [given.First, given.Second] : null;
    }
}
