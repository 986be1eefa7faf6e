using ResNetGen.Architecture.Networks;

namespace ResNetGen.Architecture.Lowering;

/// <summary>Lowers the way past a block.</summary>
internal static class ShortcutBuilder
{
    /// <summary>Option B: a projection where the shape changes.</summary>
    public static Shortcut Build(BlockWidths widths, int stride) => stride == 1 && widths.In == widths.Out
        ? new IdentityShortcut()
        : new ProjectionShortcut(
            new Convolution("downsample.0", widths.In, widths.Out, new Window(1, stride)),
            new BatchNorm("downsample.1", widths.Out));
}
