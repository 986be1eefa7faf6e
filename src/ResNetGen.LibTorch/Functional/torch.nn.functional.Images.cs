using ResNetGen.LibTorch.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Pads: two numbers per dimension, the last dimension first.</summary>
            /// <param name="input">The tensor to pad.</param>
            /// <param name="pad">Left, right, top, bottom and so on.</param>
            /// <param name="mode">What the padding is made of.</param>
            /// <param name="value">The value of constant padding.</param>
            public static Tensor pad(Tensor input, long[] pad, PaddingModes mode = PaddingModes.Constant, double value = 0)
            {
                var (name, fill) = mode switch
                {
                    PaddingModes.Reflect => ("reflect", null),
                    PaddingModes.Replicate => ("replicate", null),
                    PaddingModes.Circular => ("circular", null),
                    PaddingModes.Zeros => ("constant", (double?)0),
                    _ => ("constant", value),
                };
                return NeuralOperators.Pad.Invoke(input, pad, name, fill);
            }

            /// <summary>Pads: two numbers per dimension, the last dimension first.</summary>
            public static Tensor pad(Tensor input, ReadOnlySpan<long> pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, pad.ToArray(), mode, value);

            /// <summary>Pads the last dimension.</summary>
            public static Tensor pad(Tensor input, (long, long) pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, Pair(pad), mode, value);

            /// <summary>Pads the last two dimensions: left, right, top, bottom.</summary>
            public static Tensor pad(Tensor input, (long, long, long, long) pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, new[] { pad.Item1, pad.Item2, pad.Item3, pad.Item4 }, mode, value);

            /// <summary>Pads every dimension on both sides.</summary>
            public static Tensor pad(Tensor input, long pad, PaddingModes mode = PaddingModes.Constant, double value = 0)
            {
                var amounts = new long[2 * input.ndim];
                Array.Fill(amounts, pad);
                return functional.pad(input, amounts, mode, value);
            }

            /// <summary>Resizes images <c>[N, C, H, W]</c>.</summary>
            /// <param name="x">The images.</param>
            /// <param name="size">The new height and width; null where <paramref name="scale_factor"/> is given.</param>
            /// <param name="scale_factor">The factors of height and width; null where <paramref name="size"/> is given.</param>
            /// <param name="mode">How the pixels between are filled.</param>
            /// <param name="align_corners">Whether corner pixels keep their values; linear and cubic modes only.</param>
            /// <param name="recompute_scale_factor">Whether the factors are computed again from the rounded size.</param>
            /// <param name="antialias">Whether shrinking averages all covered pixels; linear and cubic modes only.</param>
            /// <exception cref="ArgumentException">Neither or both of size and scale factor are given.</exception>
            /// <exception cref="NotSupportedException">The input is not <c>[N, C, H, W]</c> or the mode is not for images.</exception>
            public static Tensor interpolate(
                Tensor x,
                long[]? size = null,
                double[]? scale_factor = null,
                InterpolationMode mode = InterpolationMode.Nearest,
                bool? align_corners = null,
                bool recompute_scale_factor = false,
                bool antialias = false)
            {
                if (size is null == scale_factor is null)
                {
                    throw new ArgumentException("one of size and scale_factor must be given", nameof(size));
                }

                var shape = x.shape;
                if (shape.Length != 4)
                {
                    throw new NotSupportedException($"Only images [N, C, H, W] can be resized, not a tensor of {shape.Length} dimensions.");
                }

                if (scale_factor is [var vertical, var horizontal] && (recompute_scale_factor || mode == InterpolationMode.Area))
                {
                    size = [(long)Math.Floor(shape[2] * vertical), (long)Math.Floor(shape[3] * horizontal)];
                    scale_factor = null;
                }

                var corners = align_corners ?? false;
                return mode switch
                {
                    InterpolationMode.Nearest => NeuralOperators.UpsampleNearest2d.Invoke(x, size, scale_factor),
                    InterpolationMode.NearestExact => NeuralOperators.UpsampleNearestExact2d.Invoke(x, size, scale_factor),
                    InterpolationMode.Bilinear => (antialias ? NeuralOperators.UpsampleBilinear2dSmooth : NeuralOperators.UpsampleBilinear2d)
                        .Invoke(x, size, corners, scale_factor),
                    InterpolationMode.Bicubic => (antialias ? NeuralOperators.UpsampleBicubic2dSmooth : NeuralOperators.UpsampleBicubic2d)
                        .Invoke(x, size, corners, scale_factor),
                    InterpolationMode.Area => NeuralOperators.AdaptiveAvgPool2d.Invoke(x, size),
                    _ => throw new NotSupportedException($"{mode} does not resize images."),
                };
            }
        }
    }
}
