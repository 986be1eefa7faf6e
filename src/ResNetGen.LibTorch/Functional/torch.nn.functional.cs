using ResNetGen.LibTorch.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Layers without state.</summary>
        public static partial class functional
        {
            private static readonly long[] Ones2 = [1, 1];
            private static readonly long[] Zeros2 = [0, 0];

            /// <summary>A convolution of <c>[N, C, L]</c> with a kernel <c>[out, C / groups, k]</c>.</summary>
            public static Tensor conv1d(
                Tensor input, Tensor weight, Tensor? bias = null, long? stride = null, long? padding = null, long? dilation = null, long groups = 1) =>
                NeuralOperators.Conv1d.Invoke(input, weight, bias, stride ?? 1, padding ?? 0, dilation ?? 1, groups);

            /// <summary>A convolution of <c>[N, C, H, W]</c> with a kernel <c>[out, C / groups, kH, kW]</c>.</summary>
            public static Tensor conv2d(
                Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null, long[]? dilation = null, long groups = 1) =>
                NeuralOperators.Conv2d.Invoke(input, weight, bias, strides ?? Ones2, padding ?? Zeros2, dilation ?? Ones2, groups);

            /// <summary><c>x Wᵀ + b</c>, from <c>[..., in]</c> to <c>[..., out]</c>.</summary>
            public static Tensor linear(Tensor input, Tensor weights, Tensor? bias = null) =>
                NeuralOperators.Linear.Invoke(input, weights, bias);

            /// <summary>Batch normalisation; in training it moves the running statistics.</summary>
            public static Tensor batch_norm(
                Tensor input, Tensor? running_mean, Tensor? running_var, Tensor? weight = null, Tensor? bias = null, bool training = false, double momentum = 0.1, double eps = 1e-05) =>
                NeuralOperators.BatchNorm.Invoke(input, weight, bias, running_mean, running_var, training, momentum, eps, true);

            /// <summary>Group normalisation of <c>[N, C, ...]</c>.</summary>
            public static Tensor group_norm(Tensor input, long num_groups, Tensor? weight = null, Tensor? bias = null, double eps = 1e-05) =>
                NeuralOperators.GroupNorm.Invoke(input, num_groups, weight, bias, eps, true);

            /// <summary>In training, zeroes elements with probability <paramref name="p"/> and scales the others; else the input under a new handle.</summary>
            public static Tensor dropout(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                (inplace ? NeuralOperators.DropoutInPlace : NeuralOperators.Dropout).Invoke(input, p, training);

            /// <summary>In training, zeroes whole channels of <c>[N, C, H, W]</c> with probability <paramref name="p"/> and scales the others; else the input under a new handle.</summary>
            public static Tensor dropout2d(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                (inplace ? NeuralOperators.FeatureDropoutInPlace : NeuralOperators.FeatureDropout).Invoke(input, p, training);

            /// <summary>Classes as vectors of zeros and a one, <c>[..., num_classes]</c>; -1 takes the largest label plus one.</summary>
            public static Tensor one_hot(Tensor x, long num_classes = -1) => NeuralOperators.OneHot.Invoke(x, num_classes);
        }
    }
}
