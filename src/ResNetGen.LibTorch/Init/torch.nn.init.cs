using ResNetGen.LibTorch.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>First values of parameters: in place, outside the autograd graph, from the same draws as PyTorch's.</summary>
        public static class init
        {
            private static readonly Operator Uniform = Operator.Find("aten::uniform_");
            private static readonly Operator Normal = Operator.Find("aten::normal_");
            private static readonly Operator Fill = Operator.Find("aten::fill_", "Scalar");
            private static readonly Operator Erf = Operator.Find("aten::erf");
            private static readonly Operator InverseErf = Operator.Find("aten::erfinv_");
            private static readonly Operator Scale = Operator.Find("aten::mul_", "Scalar");
            private static readonly Operator Shift = Operator.Find("aten::add_", "Scalar");
            private static readonly Operator Clamp = Operator.Find("aten::clamp_");
            private static readonly Operator Eye = Operator.Find("aten::eye", "m");
            private static readonly Operator Copy = Operator.Find("aten::copy_");

            /// <summary>Which side of the layer keeps its variance.</summary>
            public enum FanInOut
            {
                /// <summary>The inputs: the forward pass.</summary>
                FanIn = 0,

                /// <summary>The outputs: the backward pass.</summary>
                FanOut = 1,
            }

            /// <summary>What follows the layer.</summary>
            public enum NonlinearityType
            {
                /// <summary>Nothing.</summary>
                Linear = 0,

                /// <summary>Nothing.</summary>
                Conv1D = 1,

                /// <summary>Nothing.</summary>
                Conv2D = 2,

                /// <summary>Nothing.</summary>
                Conv3D = 3,

                /// <summary>Nothing.</summary>
                ConvTranspose1D = 4,

                /// <summary>Nothing.</summary>
                ConvTranspose2D = 5,

                /// <summary>Nothing.</summary>
                ConvTranspose3D = 6,

                /// <summary>The logistic function.</summary>
                Sigmoid = 7,

                /// <summary>The hyperbolic tangent.</summary>
                Tanh = 8,

                /// <summary>Rectified linear.</summary>
                ReLU = 9,

                /// <summary>Rectified linear with a slope.</summary>
                LeakyReLU = 10,
            }

            /// <summary>By how much weights grow to make up for the nonlinearity.</summary>
            /// <param name="nonlinearity">What follows the layer.</param>
            /// <param name="param">The slope below zero of <see cref="NonlinearityType.LeakyReLU"/>.</param>
            public static double calculate_gain(NonlinearityType nonlinearity, double param = 0) => nonlinearity switch
            {
                NonlinearityType.Tanh => 5.0 / 3,
                NonlinearityType.ReLU => Math.Sqrt(2.0),
                NonlinearityType.LeakyReLU => Math.Sqrt(2.0 / (1 + (param * param))),
                _ => 1,
            };

            /// <summary>How many inputs each output of the weight <c>[out, in, ...kernel]</c> has, and the other way round.</summary>
            /// <exception cref="ArgumentException">The tensor has fewer than two dimensions.</exception>
            public static (long fanIn, long fanOut) CalculateFanInAndFanOut(Tensor tensor)
            {
                var shape = tensor.shape;
                if (shape.Length < 2)
                {
                    throw new ArgumentException("Fan in and fan out can not be computed for tensor with fewer than 2 dimensions", nameof(tensor));
                }

                var kernel = 1L;
                foreach (var side in shape.AsSpan(2))
                {
                    kernel *= side;
                }

                return (shape[1] * kernel, shape[0] * kernel);
            }

            /// <summary>Draws from the uniform distribution.</summary>
            public static Tensor uniform_(Tensor tensor, double low = 0, double high = 1, Generator? generator = null) =>
                OutsideAutograd(Uniform, tensor, low, high, generator);

            /// <summary>Draws from the normal distribution.</summary>
            public static Tensor normal_(Tensor tensor, double mean = 0, double std = 1, Generator? generator = null) =>
                OutsideAutograd(Normal, tensor, mean, std, generator);

            /// <summary>Fills with one value.</summary>
            public static Tensor constant_(Tensor tensor, Scalar val) => OutsideAutograd(Fill, tensor, val);

            /// <summary>Fills with ones.</summary>
            public static Tensor ones_(Tensor tensor) => OutsideAutograd(Fill, tensor, 1.0);

            /// <summary>Fills with zeros.</summary>
            public static Tensor zeros_(Tensor tensor) => OutsideAutograd(Fill, tensor, 0.0);

            /// <summary>He initialisation, uniform: bound <c>gain sqrt(3 / fan)</c>.</summary>
            /// <param name="tensor">The weight, <c>[out, in, ...kernel]</c>.</param>
            /// <param name="a">The slope below zero of <see cref="NonlinearityType.LeakyReLU"/>.</param>
            /// <param name="mode">Which fan.</param>
            /// <param name="nonlinearity">What follows the layer.</param>
            public static Tensor kaiming_uniform_(
                Tensor tensor, double a = 0, FanInOut mode = FanInOut.FanIn, NonlinearityType nonlinearity = NonlinearityType.LeakyReLU)
            {
                var bound = Math.Sqrt(3.0) * KaimingDeviation(tensor, a, mode, nonlinearity);
                return uniform_(tensor, -bound, bound);
            }

            /// <summary>He initialisation, normal: standard deviation <c>gain / sqrt(fan)</c>.</summary>
            /// <param name="tensor">The weight, <c>[out, in, ...kernel]</c>.</param>
            /// <param name="a">The slope below zero of <see cref="NonlinearityType.LeakyReLU"/>.</param>
            /// <param name="mode">Which fan.</param>
            /// <param name="nonlinearity">What follows the layer.</param>
            public static Tensor kaiming_normal_(
                Tensor tensor, double a = 0, FanInOut mode = FanInOut.FanIn, NonlinearityType nonlinearity = NonlinearityType.LeakyReLU) =>
                normal_(tensor, 0, KaimingDeviation(tensor, a, mode, nonlinearity));

            /// <summary>Glorot initialisation, uniform: bound <c>gain sqrt(6 / (fan in + fan out))</c>.</summary>
            public static Tensor xavier_uniform_(Tensor tensor, double gain = 1)
            {
                var bound = Math.Sqrt(3.0) * XavierDeviation(tensor, gain);
                return uniform_(tensor, -bound, bound);
            }

            /// <summary>Glorot initialisation, normal: standard deviation <c>gain sqrt(2 / (fan in + fan out))</c>.</summary>
            public static Tensor xavier_normal_(Tensor tensor, double gain = 1) => normal_(tensor, 0, XavierDeviation(tensor, gain));

            /// <summary>The same as <see cref="xavier_uniform_"/>.</summary>
            public static Tensor glorot_uniform_(Tensor tensor, double gain = 1) => xavier_uniform_(tensor, gain);

            /// <summary>The same as <see cref="xavier_normal_"/>.</summary>
            public static Tensor glorot_normal_(Tensor tensor, double gain = 1) => xavier_normal_(tensor, gain);

            /// <summary>Draws from the normal distribution cut off at <paramref name="a"/> and <paramref name="b"/>.</summary>
            public static Tensor trunc_normal_(Tensor tensor, double mean = 0, double std = 1, double a = -2, double b = 2, Generator? generator = null)
            {
                using var _ = no_grad();
                var low = NormalDistribution((a - mean) / std);
                var high = NormalDistribution((b - mean) / std);
                Uniform.InvokeVoid(tensor, (2 * low) - 1, (2 * high) - 1, generator);
                InverseErf.InvokeVoid(tensor);
                Scale.InvokeVoid(tensor, std * Math.Sqrt(2.0));
                Shift.InvokeVoid(tensor, mean);
                Clamp.InvokeVoid(tensor, a, b);
                return tensor;
            }

            /// <summary>Fills a matrix with ones on the diagonal and zeros elsewhere.</summary>
            /// <exception cref="ArgumentException">The tensor is not a matrix.</exception>
            public static Tensor eye_(Tensor tensor)
            {
                if (tensor.shape is not [var rows, var columns])
                {
                    throw new ArgumentException("Only tensors with 2 dimensions are supported", nameof(tensor));
                }

                using var _ = no_grad();
                using var identity = Eye.Invoke(rows, columns, tensor.dtype, Argument.None, tensor.device);
                Copy.InvokeVoid(tensor, identity);
                return tensor;
            }

            private static double KaimingDeviation(Tensor tensor, double a, FanInOut mode, NonlinearityType nonlinearity)
            {
                var (fanIn, fanOut) = CalculateFanInAndFanOut(tensor);
                return calculate_gain(nonlinearity, a) / Math.Sqrt(mode == FanInOut.FanIn ? fanIn : fanOut);
            }

            private static double XavierDeviation(Tensor tensor, double gain)
            {
                var (fanIn, fanOut) = CalculateFanInAndFanOut(tensor);
                return gain * Math.Sqrt(2.0 / (fanIn + fanOut));
            }

            private static double NormalDistribution(double x)
            {
                using var value = torch.tensor(x / Math.Sqrt(2.0), ScalarType.Float64);
                using var error = Erf.Invoke(value);
                return (1.0 + error.item<double>()) / 2.0;
            }

            private static Tensor OutsideAutograd(Operator op, Tensor tensor, Argument first)
            {
                using var _ = no_grad();
                op.InvokeVoid(tensor, first);
                return tensor;
            }

            private static Tensor OutsideAutograd(Operator op, Tensor tensor, Argument first, Argument second, Generator? generator)
            {
                using var _ = no_grad();
                op.InvokeVoid(tensor, first, second, generator);
                return tensor;
            }
        }
    }
}
