using ResNetGen.LibTorch.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>The largest value of each square window.</summary>
            public static Tensor max_pool2d(
                Tensor input, long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) =>
                max_pool2d(input, Square(kernel_size), Square(stride), Square(padding), Square(dilation), ceil_mode);

            /// <summary>The largest value of each window, each setting as (height, width).</summary>
            public static Tensor max_pool2d(
                Tensor input, (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null, (long, long)? dilation = null, bool ceil_mode = false) =>
                max_pool2d(input, Pair(kernel_size), Pair(stride), Pair(padding), Pair(dilation), ceil_mode);

            /// <summary>The largest value of each window, each setting as [height, width].</summary>
            public static Tensor max_pool2d(
                Tensor input, long[] kernel_size, long[]? strides = null, long[]? padding = null, long[]? dilation = null, bool ceil_mode = false) =>
                NeuralOperators.MaxPool2d.Invoke(input, kernel_size, strides ?? kernel_size, padding ?? Zeros2, dilation ?? Ones2, ceil_mode);

            /// <summary>The mean of each square window.</summary>
            public static Tensor avg_pool2d(
                Tensor input, long kernel_size, long? stride = null, long padding = 0, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) =>
                avg_pool2d(input, Square(kernel_size), Square(stride), Square(padding), ceil_mode, count_include_pad, divisor_override);

            /// <summary>The mean of each window, each setting as (height, width).</summary>
            public static Tensor avg_pool2d(
                Tensor input, (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) =>
                avg_pool2d(input, Pair(kernel_size), Pair(stride), Pair(padding), ceil_mode, count_include_pad, divisor_override);

            /// <summary>The mean of each window, each setting as [height, width].</summary>
            public static Tensor avg_pool2d(
                Tensor input, long[] kernel_size, long[]? stride = null, long[]? padding = null, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) =>
                NeuralOperators.AvgPool2d.Invoke(input, kernel_size, stride ?? kernel_size, padding ?? Zeros2, ceil_mode, count_include_pad, divisor_override);

            /// <summary>Means, to a square output.</summary>
            public static Tensor adaptive_avg_pool2d(Tensor input, long output_size) => adaptive_avg_pool2d(input, Square(output_size));

            /// <summary>Means, to an output of (height, width).</summary>
            public static Tensor adaptive_avg_pool2d(Tensor input, (long, long) output_size) => adaptive_avg_pool2d(input, Pair(output_size));

            /// <summary>Means, to an output of [height, width].</summary>
            public static Tensor adaptive_avg_pool2d(Tensor input, long[] output_size) =>
                NeuralOperators.AdaptiveAvgPool2d.Invoke(input, output_size);
        }
    }
}
