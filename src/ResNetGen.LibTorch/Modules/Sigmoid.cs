using ResNetGen.LibTorch.Interop;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The logistic function.</summary>
public sealed class Sigmoid : ParameterLessModule<Tensor, Tensor>
{
    internal Sigmoid(bool inplace)
        : base(nameof(Sigmoid))
    {
        this.inplace = inplace;
    }

    /// <summary>Whether the input's own memory takes the result.</summary>
    public bool inplace { get; set; }

    /// <summary>Applies the function to each element.</summary>
    public override Tensor forward(Tensor tensor) =>
        (inplace ? NeuralOperators.SigmoidInPlace : NeuralOperators.Sigmoid).Invoke(tensor);
}
