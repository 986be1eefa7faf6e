using ResNetGen.Architecture.Networks;
using ResNetGen.Architecture.Specs;
using ResNetGen.Architecture.Text;

namespace ResNetGen.Architecture.Lowering;

/// <summary>The channels that go in, through and out of a block.</summary>
internal readonly record struct BlockWidths(int In, int Middle, int Out);

/// <summary>Lowers the main path of a block.</summary>
internal static class MainPath
{
    /// <summary>3x3, 3x3: the first strides.</summary>
    public static EquatableArray<Layer> Basic(BlockWidths widths, int stride) => new Layer[]
    {
        new Convolution("conv1", widths.In, widths.Out, new Window(3, stride, Padding: 1)),
        new BatchNorm("bn1", widths.Out),
        new Relu(),
        new Convolution("conv2", widths.Out, widths.Out, new Window(3, Padding: 1)),
        new BatchNorm("bn2", widths.Out),
    }.ToEquatableArray();

    /// <summary>1x1, 3x3, 1x1: the first or the second strides.</summary>
    public static EquatableArray<Layer> Bottleneck(BlockWidths widths, int stride, StridePlacement placement, int groups)
    {
        var (first, second) = placement == StridePlacement.V1 ? (stride, 1) : (1, stride);
        return new Layer[]
        {
            new Convolution("conv1", widths.In, widths.Middle, new Window(1, first)),
            new BatchNorm("bn1", widths.Middle),
            new Relu(),
            new Convolution("conv2", widths.Middle, widths.Middle, new Window(3, second, Padding: 1), groups),
            new BatchNorm("bn2", widths.Middle),
            new Relu(),
            new Convolution("conv3", widths.Middle, widths.Out, new Window(1)),
            new BatchNorm("bn3", widths.Out),
        }.ToEquatableArray();
    }
}
