using ResNetGen.LibTorch.Interop;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Work on the parameters or gradients of a whole network.</summary>
        public static partial class utils
        {
            private static readonly Operator Norm = Operator.Find("aten::linalg_vector_norm");
            private static readonly Operator Stack = Operator.Find("aten::stack");
            private static readonly Operator Concatenate = Operator.Find("aten::cat");
            private static readonly Operator Reshape = Operator.Find("aten::reshape");
            private static readonly Operator Split = Operator.Find("aten::split_with_sizes");
            private static readonly Operator ScaleInPlace = Operator.Find("aten::mul_", "Scalar");
            private static readonly Operator ClampInPlace = Operator.Find("aten::clamp_");
            private static readonly long[] OneDimension = [-1];

            /// <summary>Scales the gradients so that the norm of all of them together is at most <paramref name="max_norm"/>.</summary>
            /// <param name="tensors">The parameters whose gradients are scaled.</param>
            /// <param name="max_norm">The largest norm left alone.</param>
            /// <param name="norm_type">Which norm; infinity takes the largest element.</param>
            /// <returns>The norm before scaling.</returns>
            public static double clip_grad_norm_(IEnumerable<Parameter> tensors, double max_norm, double norm_type = 2)
            {
                using var _ = no_grad();
                var gradients = Gradients(tensors);
                if (gradients.Count == 0)
                {
                    return 0;
                }

                Tensor[] norms = [.. gradients.Select(gradient => Norm.Invoke(gradient, norm_type))];
                using var stacked = Stack.Invoke(norms, 0);
                using var whole = Norm.Invoke(stacked, norm_type);
                using var wide = whole.to(ScalarType.Float64);
                var total = wide.item<double>();
                var factor = max_norm / (total + 1e-6);
                foreach (var gradient in gradients)
                {
                    if (factor < 1)
                    {
                        ScaleInPlace.InvokeVoid(gradient, factor);
                    }
                }

                Release(gradients);
                Release(norms);
                return total;
            }

            /// <summary>Cuts each element of the gradients off at plus and minus <paramref name="clip_value"/>.</summary>
            public static void clip_grad_value_(IEnumerable<Parameter> tensors, double clip_value)
            {
                using var _ = no_grad();
                var gradients = Gradients(tensors);
                foreach (var gradient in gradients)
                {
                    ClampInPlace.InvokeVoid(gradient, -clip_value, clip_value);
                }

                Release(gradients);
            }

            /// <summary>The values of all parameters in one vector.</summary>
            public static Tensor parameters_to_vector(IEnumerable<Parameter> tensors)
            {
                Tensor[] flat = [.. tensors.Select(parameter => Reshape.Invoke(parameter, OneDimension))];
                var vector = Concatenate.Invoke(flat, 0);
                Release(flat);
                return vector;
            }

            /// <summary>Copies a vector that <see cref="parameters_to_vector"/> made into parameters of the same shapes.</summary>
            /// <exception cref="ArgumentException">The vector is not as long as the parameters together.</exception>
            public static void vector_to_parameters(Tensor vec, IEnumerable<Parameter> tensors)
            {
                ArgumentNullException.ThrowIfNull(vec);
                Parameter[] targets = [.. tensors];
                long[] sizes = [.. targets.Select(target => target.numel())];
                if (sizes.Sum() != vec.numel())
                {
                    throw new ArgumentException($"The vector has {vec.numel()} elements, the parameters {sizes.Sum()}.", nameof(vec));
                }

                using var _ = no_grad();
                var parts = Split.InvokeMany(vec, sizes, 0);
                foreach (var (target, part) in targets.Zip(parts))
                {
                    using var shaped = Reshape.Invoke(part, target.shape);
                    target.copy_(shaped);
                }

                Release(parts);
            }

            private static List<Tensor> Gradients(IEnumerable<Parameter> parameters) =>
                [.. parameters.Select(parameter => parameter.grad).OfType<Tensor>()];

            private static void Release(IEnumerable<Tensor> tensors)
            {
                foreach (var tensor in tensors)
                {
                    tensor.Dispose();
                }
            }
        }
    }
}
