using static TorchSharp.torch;

namespace ResNetGen.Runtime.Tests;

/// <summary>Steps that compute blocks again, whatever the class.</summary>
internal static class Recomputing
{
    /// <summary>Runs <paramref name="network"/>'s BackwardRecomputing; returns the loss.</summary>
    public static Tensor Step(nn.Module<Tensor, Tensor> network, Tensor input, Func<Tensor, Tensor> loss) =>
        network.GetType().GetMethod("BackwardRecomputing")!.CreateDelegate<Func<Tensor, Func<Tensor, Tensor>, Func<IDisposable>?, Tensor>>(network)(input, loss, null);

    /// <summary>A loss for anything: the sum of squares.</summary>
    public static Tensor Square(Tensor output)
    {
        using var square = output.mul(output);
        return square.sum();
    }
}
