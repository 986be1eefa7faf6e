using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The squared error.</summary>
public sealed class MSELoss : Loss<Tensor, Tensor, Tensor>
{
    /// <summary>Keeps the reduction.</summary>
    public MSELoss(nn.Reduction reduction = nn.Reduction.Mean)
        : base(reduction)
    {
    }

    /// <summary>The loss between two tensors of one shape.</summary>
    public override Tensor forward(Tensor input, Tensor target) => nn.functional.mse_loss(input, target, reduction);
}
