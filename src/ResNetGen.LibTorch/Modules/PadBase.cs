using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What padding layers have in common.</summary>
public abstract class PadBase : ParameterLessModule<Tensor, Tensor>
{
    private readonly PaddingModes mode;

    /// <summary>Keeps the settings.</summary>
    /// <param name="name">The layer's name.</param>
    /// <param name="mode">What the padding is made of.</param>
    /// <param name="value">The value of constant padding.</param>
    /// <param name="padding">Left, right, top, bottom: two per dimension, the last dimension first.</param>
    protected PadBase(string name, PaddingModes mode, double value, params long[] padding)
        : base(name)
    {
        this.mode = mode;
        this.value = value;
        this.padding = padding;
    }

    /// <summary>Left, right, top, bottom: two per dimension, the last dimension first.</summary>
    public long[] padding { get; set; }

    /// <summary>The value of constant padding.</summary>
    public double value { get; set; }

    /// <summary>Pads <c>[N, C, H, W]</c> or <c>[C, H, W]</c>.</summary>
    public override Tensor forward(Tensor input) => nn.functional.pad(input, padding, mode, value);
}
