using ResNetGen.Architecture.Language;
using ResNetGen.Architecture.Networks;
using ResNetGen.Architecture.Text;

namespace ResNetGen.Architecture.Comparison;

/// <summary>Everything that a layer is, as named values: the one list that hashes and comparisons are made from.</summary>
public static class LayerFacts
{
    /// <summary>Lists the settings of <paramref name="layer"/>, but for its kind and its key; those of a chain's layers are their own.</summary>
    /// <exception cref="ArgumentException">There is no such kind of layer.</exception>
    public static EquatableArray<Fact> Of(Layer layer) => List(layer).ToEquatableArray();

    /// <summary>Returns what a layer is called in comparisons: its kind, and for an activation its function.</summary>
    public static string KindOf(Layer layer) =>
        layer is Activation activation ? FactValue.Of(WordShapes.Activation, activation.Function) : layer.Kind;

    private static IEnumerable<Fact> List(Layer layer) => layer switch
    {
        Convolution c =>
        [
            new("in", FactValue.Of(c.In)), new("out", FactValue.Of(c.Out)), .. Window(c.Shape),
            new("groups", FactValue.Of(c.Groups)), new("bias", FactValue.Of(c.HasBias)),
        ],
        Linear l => [new("in", FactValue.Of(l.In)), new("out", FactValue.Of(l.Out)), new("bias", FactValue.Of(l.HasBias))],
        BatchNorm n => [Channels(n), new("eps", FactValue.Of(n.Eps)), new("momentum", FactValue.Of(n.Momentum))],
        FrozenBatchNorm n => [Channels(n), new("eps", FactValue.Of(n.Eps))],
        GroupNorm n => [Channels(n), new("groups", FactValue.Of(n.Groups)), new("eps", FactValue.Of(n.Eps))],
        MaxPool p => [.. Window(p.Shape), new("pads_with_zeros", FactValue.Of(p.PadsWithZeros))],
        AveragePool p => [.. Window(p.Shape), new("counts_padding", FactValue.Of(p.CountsPadding))],
        BlurPool p => [new("stride", FactValue.Of(p.Stride))],
        SqueezeExcitation s => [new("channels", FactValue.Of(s.Channels)), new("hidden", FactValue.Of(s.Hidden))],
        ChannelAttention a => [new("channels", FactValue.Of(a.Channels)), new("kernel", FactValue.Of(a.Kernel))],
        Dropout d => [new("rate", FactValue.Of(d.Rate))],
        SameAveragePool or GlobalAveragePool or Activation or LayerChain => [],
        _ => throw new ArgumentException("no such kind of layer: " + layer.Kind, nameof(layer)),
    };

    private static Fact Channels(Norm norm) => new("channels", FactValue.Of(norm.Channels));

    private static Fact[] Window(Window window) =>
    [
        new("kernel", FactValue.Of(window.Kernel)),
        new("stride", FactValue.Of(window.Stride)),
        new("padding", FactValue.Of(window.Padding)),
        new("dilation", FactValue.Of(window.Dilation)),
        new("rounds_up", FactValue.Of(window.RoundsUp)),
    ];
}
