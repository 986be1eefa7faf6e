using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The cross entropy between logits and labels.</summary>
public sealed class CrossEntropyLoss : WeightedLoss<Tensor, Tensor, Tensor>
{
    /// <summary>Keeps the settings; the weights stay the caller's.</summary>
    /// <param name="weight">The weight of each class, <c>[classes]</c>.</param>
    /// <param name="ignore_index">A label that counts for nothing.</param>
    /// <param name="reduction">What becomes of the single values.</param>
    /// <param name="label_smoothing">The share of the target that is spread over all classes.</param>
    public CrossEntropyLoss(Tensor? weight = null, long? ignore_index = null, nn.Reduction reduction = nn.Reduction.Mean, double label_smoothing = 0)
        : base(weight, reduction)
    {
        this.ignore_index = ignore_index;
        this.label_smoothing = label_smoothing;
    }

    /// <summary>A label that counts for nothing.</summary>
    public long? ignore_index { get; }

    /// <summary>The share of the target that is spread over all classes.</summary>
    public double label_smoothing { get; }

    /// <summary>The loss of logits <c>[N, C, ...]</c> for labels <c>[N, ...]</c>, or for probabilities <c>[N, C, ...]</c>.</summary>
    public override Tensor forward(Tensor input, Tensor target) =>
        nn.functional.cross_entropy(input, target, weight, ignore_index ?? -100, reduction, label_smoothing);
}
