using ResNetGen.Architecture.Networks;

namespace ResNetGen.Architecture.Emission;

/// <summary>Lists the numbers of layers in one order, so that blocks of one form can be compared.</summary>
internal static class BlockNumbers
{
    /// <summary>Numbers of those layers of a block's main path.</summary>
    public static IReadOnlyList<Argument> OfMainPath(Block block, IEnumerable<Layer> layers)
    {
        var numbers = new List<Argument>();
        var convolutions = block.Residual.OfType<Convolution>().ToList();
        var output = Roles.In;
        foreach (var layer in layers)
        {
            var input = output;
            if (layer is Convolution convolution)
                output = RoleOf(convolution, convolutions);

            numbers.AddRange(Of(layer, input, output));
        }

        return numbers;
    }

    /// <summary>Numbers of the shortcut.</summary>
    public static IReadOnlyList<Argument> OfShortcut(Block block) => block.Shortcut switch
    {
        PaddedShortcut padded =>
        [
            new(Roles.Stride, Meaning.Stride, padded.Stride),
            new(Roles.Before, Meaning.Zeros, padded.Before),
            new(Roles.After, Meaning.Zeros, padded.After),
        ],
        SubsampledShortcut subsampled => [new(Roles.Stride, Meaning.Stride, subsampled.Stride)],
        _ => [.. block.Shortcut.Layers.SelectMany(layer => Of(layer, Roles.In, Roles.Out))],
    };

    /// <summary>Numbers of one layer: what its constructor takes, in order.</summary>
    public static Argument[] Of(Layer layer, string input = Roles.In, string output = Roles.Out) => layer switch
    {
        Convolution c =>
        [
            new(input, Meaning.Channels, c.In),
            new(output, Meaning.Channels, c.Out),
            .. Of(c.Shape, Roles.Kernel),
            new(Roles.Dilation, Meaning.Reach, c.Shape.Dilation),
            new(Roles.Groups, Meaning.Groups, c.Groups),
        ],
        GroupNorm n => [new(Roles.NormGroups, Meaning.Groups, n.Groups), new(output, Meaning.Channels, n.Channels)],
        Norm n => [new(output, Meaning.Channels, n.Channels)],
        MaxPool p => Of(p.Shape, Roles.PoolKernel),
        AveragePool p => Of(p.Shape, Roles.PoolKernel),
        BlurPool p => [new(Roles.Stride, Meaning.Stride, p.Stride)],
        SqueezeExcitation s => [new(output, Meaning.Channels, s.Channels), new(Roles.Hidden, Meaning.Channels, s.Hidden)],
        ChannelAttention a => [new(Roles.AttentionKernel, Meaning.Kernel, a.Kernel)],
        _ => [],
    };

    private static Argument[] Of(Window window, string kernel) =>
    [
        new(kernel, Meaning.Kernel, window.Kernel),
        new(Roles.Stride, Meaning.Stride, window.Stride),
        new(Roles.Padding, Meaning.Reach, window.Padding),
    ];

    // What comes out of the block, of its inner convolution, or of a first one that is narrower.
    private static string RoleOf(Convolution convolution, List<Convolution> all)
    {
        if (ReferenceEquals(convolution, all[all.Count - 1]) || (all.Count == 2 && convolution.Out == all[1].Out))
            return Roles.Out;

        return ReferenceEquals(convolution, all[0]) && all.Count > 2 && convolution.Out != all[1].Out ? Roles.First : Roles.Width;
    }
}
