using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Rectified linear: <c>max(0, x)</c>.</summary>
        public static ReLU ReLU(bool inplace = false) => new(inplace);

        /// <summary>Rectified linear, capped at 6.</summary>
        public static ReLU6 ReLU6(bool inplace = false) => new(inplace);

        /// <summary>Rectified linear with a slope for negative inputs.</summary>
        public static LeakyReLU LeakyReLU(double negative_slope = 0.01, bool inplace = false) => new(negative_slope, inplace);

        /// <summary>Exponential linear unit: <c>x</c> above zero, <c>alpha (exp(x) - 1)</c> below.</summary>
        public static ELU ELU(double alpha = 1, bool inplace = false) => new(alpha, inplace);

        /// <summary>Sigmoid-weighted linear: <c>x sigmoid(x)</c>.</summary>
        public static SiLU SiLU() => new(false);

        /// <summary>Sigmoid-weighted linear: <c>x sigmoid(x)</c>.</summary>
        public static SiLU SiLU(bool inplace) => new(inplace);

        /// <summary>The logistic function.</summary>
        public static Sigmoid Sigmoid() => new(false);

        /// <summary>The logistic function.</summary>
        public static Sigmoid Sigmoid(bool inplace) => new(inplace);

        /// <summary>The piecewise approximation of SiLU.</summary>
        public static Hardswish Hardswish(bool inplace = false) => new(inplace);

        /// <summary>Gaussian error linear unit.</summary>
        public static GELU GELU() => new(Modules.GELU.Approximate.none, false);

        /// <summary>Gaussian error linear unit.</summary>
        public static GELU GELU(bool inplace) => new(Modules.GELU.Approximate.none, inplace);

        /// <summary>Gaussian error linear unit.</summary>
        public static GELU GELU(GELU.Approximate approximate, bool inplace = false) => new(approximate, inplace);
    }
}
