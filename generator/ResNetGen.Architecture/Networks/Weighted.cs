using ResNetGen.Architecture.Text;

namespace ResNetGen.Architecture.Networks;

/// <summary>A square convolution.</summary>
public sealed record Convolution(string Key, int In, int Out, Window Shape, int Groups = 1, bool HasBias = false) : Layer(Key)
{
    /// <inheritdoc/>
    public override string Kind => "conv";

    /// <inheritdoc/>
    public override Window Window => Shape;

    /// <inheritdoc/>
    public override bool IsCounted => true;

    /// <inheritdoc/>
    public override EquatableArray<StateEntry> State
    {
        get
        {
            var weight = StateEntry.Weight("weight", Out, In / Groups, Shape.Kernel, Shape.Kernel);
            return HasBias
                ? new[] { weight, StateEntry.Weight("bias", Out) }.ToEquatableArray()
                : new[] { weight }.ToEquatableArray();
        }
    }

    /// <inheritdoc/>
    public override ImageShape Output(ImageShape input) => Shape.Output(input, Out);

    /// <inheritdoc/>
    public override long Macs(ImageShape output) =>
        checked(output.Elements * (In / Groups) * Shape.Kernel * Shape.Kernel);
}

/// <summary>A linear layer over the flattened map.</summary>
public sealed record Linear(string Key, int In, int Out, bool HasBias = true) : Layer(Key)
{
    /// <inheritdoc/>
    public override string Kind => "linear";

    /// <inheritdoc/>
    public override bool IsCounted => true;

    /// <inheritdoc/>
    public override EquatableArray<StateEntry> State
    {
        get
        {
            var weight = StateEntry.Weight("weight", Out, In);
            return HasBias
                ? new[] { weight, StateEntry.Weight("bias", Out) }.ToEquatableArray()
                : new[] { weight }.ToEquatableArray();
        }
    }

    /// <inheritdoc/>
    public override ImageShape Output(ImageShape input) => new(Out, 1, 1);

    /// <inheritdoc/>
    public override long Macs(ImageShape output) => checked((long)In * Out);
}
