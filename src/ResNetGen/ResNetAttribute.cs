namespace ResNetGen;

/// <summary>
/// Makes a partial class a residual network: a TorchSharp module, generated from a spec file, from what the attribute
/// says, or from both, the attribute on top.
/// </summary>
/// <remarks>What is not set is not said: the file or the language's default holds.</remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ResNetAttribute : Attribute
{
    /// <summary>Says the whole network in the attribute; <see cref="Blocks"/> is then needed.</summary>
    public ResNetAttribute()
    {
    }

    /// <summary>Takes the network from a spec file.</summary>
    /// <param name="spec">A <c>.resnet.yaml</c> of the project, relative to the source file, or by the end of its path.</param>
    public ResNetAttribute(string spec) => Spec = spec;

    /// <summary>The spec file, or null.</summary>
    public string? Spec { get; }

    /// <summary>The network's name in tables.</summary>
    public string? Name { get; set; }

    /// <summary>The input that shapes and costs are computed for: channels, height, width. Default: 3, 224, 224.</summary>
    public int[]? Input { get; set; }

    /// <summary>The layers before the first stage. Default: <see cref="ResNetGen.Stem.Conv7x7"/>.</summary>
    public Stem Stem { get; set; }

    /// <summary>The stem's channels. Default: 64 for a 7x7 stem, the first stage's width for a 3x3 one.</summary>
    public int StemChannels { get; set; }

    /// <summary>The kind of block. Default: <see cref="ResNetGen.Block.Basic"/>.</summary>
    public Block Block { get; set; }

    /// <summary>How many blocks each stage has.</summary>
    public int[]? Blocks { get; set; }

    /// <summary>The width of each stage. Default: 64 in the first, doubled from stage to stage.</summary>
    public int[]? Widths { get; set; }

    /// <summary>The stride of each stage. Default: 1 in the first, 2 in the others.</summary>
    public int[]? Strides { get; set; }

    /// <summary>Which convolution of a bottleneck strides. Default: <see cref="ResNetGen.StridePlacement.V1_5"/>.</summary>
    public StridePlacement StridePlacement { get; set; }

    /// <summary>What carries a block's input past it. Default: <see cref="ResNetGen.Shortcut.B"/>.</summary>
    public Shortcut Shortcut { get; set; }

    /// <summary>Groups of a bottleneck's 3x3 convolution. Default: 1.</summary>
    public int Groups { get; set; }

    /// <summary>Channels of each group where width is 64. Default: 64.</summary>
    public int WidthPerGroup { get; set; }

    /// <summary>Outputs of the head. Default: 1000.</summary>
    public int Classes { get; set; }
}
