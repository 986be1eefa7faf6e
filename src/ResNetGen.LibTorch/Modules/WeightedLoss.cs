using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>A loss of two inputs with weights.</summary>
public abstract class WeightedLoss<T1, T2, TResult> : Loss<T1, T2, TResult>
{
    /// <summary>Keeps the weights, which stay the caller's.</summary>
    public WeightedLoss(Tensor? weight = null, nn.Reduction reduction = nn.Reduction.Mean)
        : base(reduction)
    {
        this.weight = weight;
    }

    /// <summary>The weight of each class, <c>[classes]</c>, or null.</summary>
    public Tensor? weight { get; }
}
