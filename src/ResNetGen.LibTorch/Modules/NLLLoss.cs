using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The negative log likelihood of labels.</summary>
public sealed class NLLLoss : WeightedLoss<Tensor, Tensor, Tensor>
{
    /// <summary>Keeps the settings; the weights stay the caller's.</summary>
    public NLLLoss(Tensor? weight = null, nn.Reduction reduction = nn.Reduction.Mean)
        : base(weight, reduction)
    {
    }

    /// <summary>The loss of log probabilities <c>[N, C, ...]</c> for labels <c>[N, ...]</c>.</summary>
    public override Tensor forward(Tensor input, Tensor target) => nn.functional.nll_loss(input, target, weight, reduction);
}
