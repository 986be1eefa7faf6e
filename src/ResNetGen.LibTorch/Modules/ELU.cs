using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Exponential linear unit: <c>x</c> above zero, <c>alpha (exp(x) - 1)</c> below.</summary>
public sealed class ELU : ParameterLessModule<Tensor, Tensor>
{
    internal ELU(double alpha, bool inplace)
        : base(nameof(ELU))
    {
        this.alpha = alpha;
        this.inplace = inplace;
    }

    /// <summary>How far below zero the function goes.</summary>
    public double alpha { get; set; }

    /// <summary>Whether the input's own memory takes the result.</summary>
    public bool inplace { get; set; }

    /// <summary>Applies the function to each element.</summary>
    public override Tensor forward(Tensor tensor) => nn.functional.elu(tensor, alpha, inplace);
}
