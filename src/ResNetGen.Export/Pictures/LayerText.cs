using System.Globalization;
using ResNetGen.Architecture.Networks;

namespace ResNetGen.Export.Pictures;

/// <summary>Layers in the words of the papers' figures: <c>3x3 conv, 128, /2</c>.</summary>
internal static class LayerText
{
    /// <summary>The boxes for <paramref name="layers"/>: one for each that is more than a norm or an activation.</summary>
    /// <param name="layers">The layers, in order.</param>
    /// <param name="namesNorms">Whether norms and activations are said in the box of the layer behind them; else they go without saying.</param>
    public static IEnumerable<string> Boxes(IEnumerable<Layer> layers, bool namesNorms)
    {
        var before = new List<string>();
        foreach (var layer in LayerChain.Flatten(layers))
        {
            if (layer is Norm or Activation)
            {
                if (namesNorms)
                    before.Add(Of(layer));

                continue;
            }

            yield return string.Join(", ", before.Append(Of(layer)));
            before.Clear();
        }

        if (before.Count > 0)
            yield return string.Join(", ", before);
    }

    /// <summary>One layer.</summary>
    public static string Of(Layer layer) => layer switch
    {
        Convolution c => Said(
            Square(c.Shape) + " conv, " + Number(c.Out),
            Stride(c.Shape.Stride),
            c.Shape.Dilation > 1 ? "dilation " + Number(c.Shape.Dilation) : "",
            c.Groups > 1 ? Number(c.Groups) + " groups" : ""),
        MaxPool p => Said(Square(p.Shape) + " max pool", Stride(p.Shape.Stride)),
        AveragePool p => Said(Square(p.Shape) + " avg pool", Stride(p.Shape.Stride)),
        SameAveragePool => "2x2 avg pool",
        BlurPool b => Said("blur", Stride(b.Stride)),
        GlobalAveragePool => "avg pool",
        Linear l => "fc " + Number(l.Out),
        Dropout d => "dropout " + d.Rate.ToString("R", CultureInfo.InvariantCulture),
        SqueezeExcitation s => "SE, " + Number(s.Hidden),
        ChannelAttention a => "ECA, " + Number(a.Kernel),
        BatchNorm => "bn",
        FrozenBatchNorm => "frozen bn",
        GroupNorm n => "gn " + Number(n.Groups),
        _ => layer.Kind,
    };

    /// <summary>A stride, or nothing where it is 1.</summary>
    public static string Stride(int stride) => stride > 1 ? "/" + Number(stride) : "";

    /// <summary>A number, whatever the machine's language.</summary>
    public static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>What is not empty, with commas between.</summary>
    public static string Said(params IEnumerable<string> words) => string.Join(", ", words.Where(w => w.Length > 0));

    private static string Square(Window window) => string.Create(CultureInfo.InvariantCulture, $"{window.Kernel}x{window.Kernel}");
}
