using ResNetGen.Architecture.Networks;
using ResNetGen.Architecture.Specs;

namespace ResNetGen.Architecture.Emission;

/// <summary>Lists the numbers of layers in one order, so that blocks of one form can be compared.</summary>
internal static class BlockNumbers
{
    /// <summary>Numbers of the main path.</summary>
    public static IReadOnlyList<Argument> OfResidual(Block block)
    {
        var numbers = new List<Argument>();
        var last = block.Residual.OfType<Convolution>().Last();
        var (input, output) = (Roles.In, Roles.In);
        foreach (var layer in block.Residual)
        {
            if (layer is Convolution)
                output = ReferenceEquals(layer, last) || block.Kind == BlockKind.Basic ? Roles.Out : Roles.Width;

            numbers.AddRange(Of(layer, input, output));
            input = output;
        }

        return numbers;
    }

    /// <summary>Numbers of the shortcut.</summary>
    public static IReadOnlyList<Argument> OfShortcut(Block block) => block.Shortcut is PaddedShortcut padded
        ?
        [
            new(Roles.Stride, Meaning.Stride, padded.Stride),
            new(Roles.Before, Meaning.Zeros, padded.Before),
            new(Roles.After, Meaning.Zeros, padded.After),
        ]
        : [.. block.Shortcut.Layers.SelectMany(layer => Of(layer, Roles.In, Roles.Out))];

    /// <summary>Numbers of one layer: what its constructor takes, in order.</summary>
    public static Argument[] Of(Layer layer, string input = Roles.In, string output = Roles.Out) => layer switch
    {
        Convolution c =>
        [
            new(input, Meaning.Channels, c.In),
            new(output, Meaning.Channels, c.Out),
            new(Roles.Kernel, Meaning.Kernel, c.Shape.Kernel),
            new(Roles.Stride, Meaning.Stride, c.Shape.Stride),
            new(Roles.Padding, Meaning.Reach, c.Shape.Padding),
            new(Roles.Dilation, Meaning.Reach, c.Shape.Dilation),
            new(Roles.Groups, Meaning.Groups, c.Groups),
        ],
        BatchNorm n => [new(output, Meaning.Channels, n.Channels)],
        _ => [],
    };
}
