using TorchSharp.Modules;
using static TorchSharp.torch;

namespace ResNetGen.LibTorch;

/// <summary>The first values of convolutions and linear layers, drawn in PyTorch's order.</summary>
internal static class DefaultInitialization
{
    private static readonly double SquareRootOfFive = Math.Sqrt(5);

    internal static void Reset(Parameter weight, Parameter? bias)
    {
        nn.init.kaiming_uniform_(weight, SquareRootOfFive);
        if (bias is null)
        {
            return;
        }

        var (fanIn, _) = nn.init.CalculateFanInAndFanOut(weight);
        var bound = fanIn > 0 ? 1 / Math.Sqrt(fanIn) : 0;
        nn.init.uniform_(bias, -bound, bound);
    }
}
