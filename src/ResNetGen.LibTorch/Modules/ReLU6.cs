using ResNetGen.LibTorch.Interop;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Rectified linear, capped: <c>min(max(0, x), 6)</c>.</summary>
public sealed class ReLU6 : ParameterLessModule<Tensor, Tensor>
{
    internal ReLU6(bool inplace)
        : base(nameof(ReLU6))
    {
        this.inplace = inplace;
    }

    /// <summary>Whether the input's own memory takes the result.</summary>
    public bool inplace { get; set; }

    /// <summary>Applies the function to each element.</summary>
    public override Tensor forward(Tensor tensor) =>
        (inplace ? NeuralOperators.HardtanhInPlace : NeuralOperators.Hardtanh).Invoke(tensor, 0.0, 6.0);
}
