using ResNetGen.Architecture.Text;

namespace ResNetGen.Architecture.Networks;

/// <summary>One layer with every number resolved.</summary>
/// <param name="Key">Its name in the state dict, relative to what it is part of.</param>
public abstract record Layer(string Key)
{
    /// <summary>How far apart it looks and steps.</summary>
    public virtual Window Window => Window.Point;

    /// <summary>What it keeps in the state dict, in PyTorch's order.</summary>
    public virtual EquatableArray<StateEntry> State => EquatableArray<StateEntry>.Empty;

    /// <summary>Whether depth counts it: convolutions and linear layers.</summary>
    public virtual bool IsCounted => false;

    /// <summary>Whether it is a module; the others are functions without settings or state.</summary>
    public virtual bool IsModule => true;

    /// <summary>The kind, for tables.</summary>
    public abstract string Kind { get; }

    /// <summary>What it makes of one picture.</summary>
    public virtual ImageShape Output(ImageShape input) => Window.Output(input, input.Channels);

    /// <summary>Multiply-adds for one picture.</summary>
    public virtual long Macs(ImageShape output) => 0;

    /// <summary>Outputs of the convolutions and linear layers in it, for one picture.</summary>
    public virtual long Activations(ImageShape output) => IsCounted ? output.Elements : 0;
}

/// <summary>One tensor of the state dict.</summary>
/// <param name="Key">Its name, relative to the layer or the network that has it.</param>
/// <param name="Shape">Its sizes; none for a scalar.</param>
/// <param name="IsBuffer">Whether training leaves it out.</param>
public sealed record StateEntry(string Key, EquatableArray<int> Shape, bool IsBuffer)
{
    /// <summary>How many numbers it holds.</summary>
    public long Elements => Shape.Aggregate(1L, (product, size) => checked(product * size));

    internal static StateEntry Weight(string key, params int[] shape) => new(key, shape.ToEquatableArray(), IsBuffer: false);

    internal static StateEntry Buffer(string key, params int[] shape) => new(key, shape.ToEquatableArray(), IsBuffer: true);
}
