using ResNetGen.LibTorch.Interop;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The piecewise approximation of SiLU: <c>x clamp(x + 3, 0, 6) / 6</c>.</summary>
public sealed class Hardswish : ParameterLessModule<Tensor, Tensor>
{
    internal Hardswish(bool inplace)
        : base(nameof(Hardswish))
    {
        this.inplace = inplace;
    }

    /// <summary>Whether the input's own memory takes the result.</summary>
    public bool inplace { get; set; }

    /// <summary>Applies the function to each element.</summary>
    public override Tensor forward(Tensor tensor) =>
        (inplace ? NeuralOperators.HardswishInPlace : NeuralOperators.Hardswish).Invoke(tensor);
}
