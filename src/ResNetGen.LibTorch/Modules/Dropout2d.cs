using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>In training, zeroes whole channels at random and scales the others; else returns its input.</summary>
public sealed class Dropout2d : ParameterLessModule<Tensor, Tensor>
{
    internal Dropout2d(double p, bool inplace)
        : base(nameof(Dropout2d))
    {
        if (p is not (>= 0 and <= 1))
        {
            throw new ArgumentException($"dropout probability has to be between 0 and 1, but got {p}", nameof(p));
        }

        this.p = p;
        this.inplace = inplace;
    }

    /// <summary>The probability that a channel becomes zero.</summary>
    public double p { get; set; }

    /// <summary>Whether the input's own memory takes the result.</summary>
    public bool inplace { get; set; }

    /// <summary>Drops channels in training; the same values under a new handle otherwise.</summary>
    public override Tensor forward(Tensor input) => nn.functional.dropout2d(input, p, training, inplace);
}
