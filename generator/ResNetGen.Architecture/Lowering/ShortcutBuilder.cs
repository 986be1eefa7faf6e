using ResNetGen.Architecture.Networks;
using ResNetGen.Architecture.Specs;
using ResNetGen.Architecture.Text;

namespace ResNetGen.Architecture.Lowering;

/// <summary>Lowers the way past a block.</summary>
internal static class ShortcutBuilder
{
    /// <summary>Builds the shortcut of a block that is, or is not, the first of its stage.</summary>
    public static Shortcut Build(ShortcutKind kind, BlockWidths widths, int stride, bool isFirst)
    {
        var changes = stride != 1 || widths.In != widths.Out;
        return kind switch
        {
            ShortcutKind.None => new NoShortcut(),
            ShortcutKind.C => Projection(widths, stride),
            ShortcutKind.BFirst when isFirst || changes => Projection(widths, stride),
            ShortcutKind.B when changes => Projection(widths, stride),
            ShortcutKind.A when changes => Padded(widths, stride, before: 0),
            ShortcutKind.ASplit when changes => Padded(widths, stride, before: (widths.Out - widths.In) / 2),
            _ => new IdentityShortcut(),
        };
    }

    private static PaddedShortcut Padded(BlockWidths widths, int stride, int before) =>
        new(stride, before, widths.Out - widths.In - before);

    private static ProjectionShortcut Projection(BlockWidths widths, int stride) => new(new LayerChain("downsample", new Layer[]
    {
        new Convolution("0", widths.In, widths.Out, new Window(1, stride)), new BatchNorm("1", widths.Out),
    }.ToEquatableArray()));
}
