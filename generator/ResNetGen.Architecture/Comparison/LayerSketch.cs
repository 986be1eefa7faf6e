using ResNetGen.Architecture.Networks;

namespace ResNetGen.Architecture.Comparison;

/// <summary>Layers and blocks in a few words, in ASCII: what is usual is left out.</summary>
public static class LayerSketch
{
    /// <summary>Sketches one layer: <c>conv 3x3, 64 to 128, stride 2</c>.</summary>
    public static string Of(Layer layer) => layer switch
    {
        Convolution c => "conv " + Square(c.Shape) + ", " + FactValue.Of(c.In) + " to " + FactValue.Of(c.Out) + Settings(c, isFull: true),
        Linear l => "linear, " + FactValue.Of(l.In) + " to " + FactValue.Of(l.Out) + (l.HasBias ? "" : ", no bias"),
        MaxPool p => "max_pool " + Square(p.Shape) + WindowOf(p.Shape, usualPadding: 0, isFull: true) + (p.PadsWithZeros ? ", pads with zeros" : ""),
        AveragePool p => "avg_pool " + Square(p.Shape) + WindowOf(p.Shape, usualPadding: 0, isFull: true) + (p.CountsPadding ? "" : ", padding not counted"),
        _ => LayerFacts.KindOf(layer) + string.Concat(LayerFacts.Of(layer).Where(f => !IsUsual(f)).Select(f => ", " + f.Name + " " + f.Value)),
    };

    /// <summary>Sketches one block: <c>projection bottleneck [1x1 64, 3x3 64 /2, 1x1 256]</c>.</summary>
    public static string Of(Block block) =>
        WayOf(block.Shortcut) + Analysis.BlockCosts.KindOf(block.Kind) + " [" + string.Join(", ", block.MainPath.Select(Short).Where(s => s.Length > 0)) + "]";

    // What every layer takes from the one before, and PyTorch's own settings of norms.
    private static bool IsUsual(Fact fact) => fact is { Name: "channels" } or { Name: "eps", Value: "1E-05" } or { Name: "momentum", Value: "0.1" };

    private static string WayOf(Shortcut shortcut) => shortcut switch
    {
        IdentityShortcut => "",
        NoShortcut => "plain ",
        ProjectionShortcut p => "projection (" + string.Join(", ", p.Layers.Select(Short).Where(s => s.Length > 0)) + ") ",
        SubsampledShortcut s => "subsampled (/" + FactValue.Of(s.Stride) + ") ",
        PaddedShortcut p => "padded (" + FactValue.Of(p.Before) + "+" + FactValue.Of(p.After) + Unless(p.Stride, 1, " /") + ") ",
        _ => throw new ArgumentException("no such kind of shortcut: " + shortcut.GetType().Name, nameof(shortcut)),
    };

    // Norms and activations follow from the kind of block.
    private static string Short(Layer layer) => layer switch
    {
        Convolution c => Square(c.Shape) + " " + FactValue.Of(c.Out) + Settings(c, isFull: false),
        Norm or Activation => "",
        SqueezeExcitation s => "se " + FactValue.Of(s.Hidden),
        ChannelAttention a => "eca " + FactValue.Of(a.Kernel),
        BlurPool b => "blur /" + FactValue.Of(b.Stride),
        AveragePool p => "average " + Square(p.Shape) + WindowOf(p.Shape, usualPadding: 0, isFull: false),
        SameAveragePool => "average 2x2 same",
        Dropout d => "dropout " + FactValue.Of(d.Rate),
        _ => Of(layer),
    };

    private static string Settings(Convolution c, bool isFull) =>
        WindowOf(c.Shape, c.Shape.Dilation * (c.Shape.Kernel / 2), isFull)
        + Unless(c.Groups, 1, isFull ? ", groups " : " g")
        + (c.HasBias ? isFull ? ", bias" : " bias" : "");

    // In full behind a kind, in signs within a block.
    private static string WindowOf(Window window, int usualPadding, bool isFull) =>
        Unless(window.Stride, 1, isFull ? ", stride " : " /")
        + Unless(window.Padding, usualPadding, isFull ? ", padding " : " p")
        + Unless(window.Dilation, 1, isFull ? ", dilation " : " d")
        + (window.RoundsUp ? isFull ? ", rounds up" : " ceil" : "");

    private static string Square(Window window) => FactValue.Of(window.Kernel) + "x" + FactValue.Of(window.Kernel);

    private static string Unless(int value, int usual, string before) => value == usual ? "" : before + FactValue.Of(value);
}
