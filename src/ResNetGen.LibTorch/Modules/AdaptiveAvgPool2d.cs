using ResNetGen.LibTorch.Interop;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Means over windows chosen so that the output has a given size.</summary>
public sealed class AdaptiveAvgPool2d : ParameterLessModule<Tensor, Tensor>
{
    internal AdaptiveAvgPool2d(long[] output_size)
        : base(nameof(AdaptiveAvgPool2d))
    {
        this.output_size = output_size;
    }

    /// <summary>Height and width of the output.</summary>
    public long[] output_size { get; set; }

    /// <summary>Pools <c>[N, C, H, W]</c> or <c>[C, H, W]</c>.</summary>
    public override Tensor forward(Tensor input) => NeuralOperators.AdaptiveAvgPool2d.Invoke(input, output_size);
}
