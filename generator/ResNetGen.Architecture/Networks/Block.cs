using ResNetGen.Architecture.Specs;
using ResNetGen.Architecture.Text;

namespace ResNetGen.Architecture.Networks;

/// <summary>A block: the sum of its two ways.</summary>
/// <param name="Kind">The kind of its main path.</param>
/// <param name="Before">What the main path and a projection start from: norm and activation of a pre-activated block.</param>
/// <param name="Residual">The main path, in order.</param>
/// <param name="Shortcut">The way past it.</param>
/// <param name="After">The activation of the sum, or null.</param>
public sealed record Block(
    BlockKind Kind, EquatableArray<Layer> Before, EquatableArray<Layer> Residual, Shortcut Shortcut, Activation? After)
{
    /// <summary>Every layer of the main path.</summary>
    public IEnumerable<Layer> MainPath => Before.Concat(Residual);

    /// <summary>Whether norm and activation come before the convolutions.</summary>
    public bool IsPreactivated => Kind.IsPreactivated();
}

/// <summary>What carries a block's input past its main path.</summary>
public abstract record Shortcut
{
    /// <summary>Its layers, in order; none for the identity.</summary>
    public virtual EquatableArray<Layer> Layers => EquatableArray<Layer>.Empty;

    /// <summary>What it makes of the block's input.</summary>
    public virtual ImageShape Output(ImageShape input) => Layers.Aggregate(input, (map, layer) => layer.Output(map));
}

/// <summary>The input itself.</summary>
public sealed record IdentityShortcut : Shortcut;

/// <summary>No way past the block: nothing is added.</summary>
public sealed record NoShortcut : Shortcut;

/// <summary>Every stride-th row and column of the input: a 1x1 max pool.</summary>
public sealed record SubsampledShortcut(int Stride) : Shortcut
{
    /// <inheritdoc/>
    public override ImageShape Output(ImageShape input) => new Window(1, Stride).Output(input, input.Channels);
}

/// <summary>Every stride-th row and column of the input, between channels of zeros: option A of He et al. 2015.</summary>
/// <param name="Stride">The step between two rows or columns that stay.</param>
/// <param name="Before">Channels of zeros before the input's.</param>
/// <param name="After">Channels of zeros behind the input's.</param>
public sealed record PaddedShortcut(int Stride, int Before, int After) : Shortcut
{
    /// <inheritdoc/>
    public override ImageShape Output(ImageShape input) => new Window(1, Stride).Output(input, Before + input.Channels + After);
}

/// <summary>Layers that bring the input to the shape of the output: a 1x1 convolution and a norm.</summary>
public sealed record ProjectionShortcut(LayerChain Chain) : Shortcut
{
    /// <inheritdoc/>
    public override EquatableArray<Layer> Layers => LayerChain.Flatten([Chain]).ToEquatableArray();
}
