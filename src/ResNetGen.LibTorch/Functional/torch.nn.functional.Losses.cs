using ResNetGen.LibTorch.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>The cross entropy of logits <c>[N, C, ...]</c> for labels <c>[N, ...]</c>, or for probabilities <c>[N, C, ...]</c>.</summary>
            /// <param name="input">Logits.</param>
            /// <param name="target">Labels or probabilities.</param>
            /// <param name="weight">The weight of each class, <c>[C]</c>.</param>
            /// <param name="ignore_index">A label that counts for nothing.</param>
            /// <param name="reduction">What becomes of the single values.</param>
            /// <param name="label_smoothing">The share of the target that is spread over all classes.</param>
            public static Tensor cross_entropy(
                Tensor input, Tensor target, Tensor? weight = null, long ignore_index = -100, Reduction reduction = Reduction.Mean, double label_smoothing = 0.0) =>
                NeuralOperators.CrossEntropy.Invoke(input, target, weight, (long)reduction, ignore_index, label_smoothing);

            /// <summary>The negative log likelihood of labels <c>[N, ...]</c> under log probabilities <c>[N, C, ...]</c>.</summary>
            public static Tensor nll_loss(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean) =>
                NeuralOperators.NllLoss.Invoke(input, target, weight, (long)reduction);

            /// <summary>The squared error between two tensors of one shape.</summary>
            public static Tensor mse_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                NeuralOperators.MseLoss.Invoke(input, target, (long)reduction);

            /// <summary>The cross entropy of two-way probabilities.</summary>
            public static Tensor binary_cross_entropy(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean) =>
                NeuralOperators.BinaryCrossEntropy.Invoke(input, target, weight, (long)reduction);

            /// <summary>The cross entropy of two-way logits.</summary>
            public static Tensor binary_cross_entropy_with_logits(
                Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean, Tensor? pos_weights = null) =>
                NeuralOperators.BinaryCrossEntropyWithLogits.Invoke(input, target, weight, pos_weights, (long)reduction);
        }
    }
}
