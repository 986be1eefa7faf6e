using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>A loss of two inputs.</summary>
public abstract class Loss<T1, T2, TResult> : nn.Module<T1, T2, TResult>
{
    /// <summary>Keeps the reduction.</summary>
    public Loss(nn.Reduction reduction = nn.Reduction.Mean)
        : base(nameof(Loss<,,>))
    {
        this.reduction = reduction;
        SetComponentsRegistered();
    }

    /// <summary>What becomes of the values of the single elements.</summary>
    public nn.Reduction reduction { get; }
}
