using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Gaussian error linear unit.</summary>
public sealed class GELU : ParameterLessModule<Tensor, Tensor>
{
    internal GELU(Approximate approximate, bool inplace)
        : base(nameof(GELU))
    {
        this.approximate = approximate;
        this.inplace = inplace;
    }

    /// <summary>How the Gaussian's integral is computed.</summary>
    public enum Approximate
    {
        /// <summary>Exactly.</summary>
        none,

        /// <summary>By a hyperbolic tangent.</summary>
        tanh,
    }

    /// <summary>How the Gaussian's integral is computed.</summary>
    public Approximate approximate { get; set; }

    /// <summary>Whether the input's own memory takes the result.</summary>
    public bool inplace { get; set; }

    /// <summary>Applies the function to each element.</summary>
    public override Tensor forward(Tensor tensor) => nn.functional.gelu(tensor, approximate, inplace);

    /// <summary>The name by which the operator knows a way of computing it.</summary>
    internal static string NameOf(Approximate approximate) => approximate == Approximate.tanh ? "tanh" : "none";
}
