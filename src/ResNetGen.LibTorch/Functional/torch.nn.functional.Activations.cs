using ResNetGen.LibTorch.Interop;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Rectified linear. In place, the result is the input under a new handle.</summary>
            public static Tensor relu(Tensor x, bool inplace = false) =>
                (inplace ? NeuralOperators.ReluInPlace : NeuralOperators.Relu).Invoke(x);

            /// <summary>Rectified linear, capped at 6. In place, the result is the input under a new handle.</summary>
            public static Tensor relu6(Tensor x, bool inplace = false) =>
                (inplace ? NeuralOperators.HardtanhInPlace : NeuralOperators.Hardtanh).Invoke(x, 0.0, 6.0);

            /// <summary>Rectified linear with a slope. In place, the result is the input under a new handle.</summary>
            public static Tensor leaky_relu(Tensor input, double negative_slope = 0.01, bool inplace = false) =>
                (inplace ? NeuralOperators.LeakyReluInPlace : NeuralOperators.LeakyRelu).Invoke(input, negative_slope);

            /// <summary>Exponential linear unit. In place, the result is the input under a new handle.</summary>
            public static Tensor elu(Tensor x, double alpha, bool inplace = false) =>
                (inplace ? NeuralOperators.EluInPlace : NeuralOperators.Elu).Invoke(x, alpha);

            /// <summary>Sigmoid-weighted linear. In place, the result is the input under a new handle.</summary>
            public static Tensor silu(Tensor x, bool inplace = false) =>
                (inplace ? NeuralOperators.SiluInPlace : NeuralOperators.Silu).Invoke(x);

            /// <summary>The logistic function.</summary>
            public static Tensor sigmoid(Tensor x) => NeuralOperators.Sigmoid.Invoke(x);

            /// <summary>The logistic function. In place, the result is the input under a new handle.</summary>
            public static Tensor sigmoid(Tensor x, bool inplace) =>
                (inplace ? NeuralOperators.SigmoidInPlace : NeuralOperators.Sigmoid).Invoke(x);

            /// <summary>The piecewise approximation of SiLU. In place, the result is the input under a new handle.</summary>
            public static Tensor hardswish(Tensor input, bool inplace = false) =>
                (inplace ? NeuralOperators.HardswishInPlace : NeuralOperators.Hardswish).Invoke(input);

            /// <summary>Gaussian error linear unit.</summary>
            public static Tensor gelu(Tensor x) => NeuralOperators.Gelu.Invoke(x);

            /// <summary>Gaussian error linear unit. In place, the result is the input under a new handle.</summary>
            public static Tensor gelu(Tensor x, bool inplace) => gelu(x, Modules.GELU.Approximate.none, inplace);

            /// <summary>Gaussian error linear unit. In place, the result is the input under a new handle.</summary>
            public static Tensor gelu(Tensor x, GELU.Approximate approximate, bool inplace = false) =>
                (inplace ? NeuralOperators.GeluInPlace : NeuralOperators.Gelu).Invoke(x, Modules.GELU.NameOf(approximate));

            /// <summary>Exponentials that add up to one along a dimension.</summary>
            public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null) => NeuralOperators.Softmax.Invoke(input, dim, dtype);

            /// <summary>The logarithm of <see cref="softmax"/>.</summary>
            public static Tensor log_softmax(Tensor x, long dim) => NeuralOperators.LogSoftmax.Invoke(x, dim);
        }
    }
}
