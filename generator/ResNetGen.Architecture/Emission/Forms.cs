using System.Globalization;
using ResNetGen.Architecture.Networks;

namespace ResNetGen.Architecture.Emission;

/// <summary>What is the same in every layer that one piece of code can stand for: all but its numbers.</summary>
internal static class Forms
{
    /// <summary>The form of layers in a row.</summary>
    public static string Of(IEnumerable<Layer> layers) => string.Join(" ", layers.Select(Of));

    private static string Of(Layer layer)
    {
        var settings = layer switch
        {
            Convolution c => c.HasBias ? "bias" : "",
            BatchNorm n => Text(n.Eps) + "," + Text(n.Momentum),
            FrozenBatchNorm n => Text(n.Eps),
            GroupNorm n => Text(n.Eps),
            Dropout d => Text(d.Rate),
            AveragePool p => p.CountsPadding + "," + p.Shape.RoundsUp,
            MaxPool p => p.PadsWithZeros + "," + p.Shape.RoundsUp,
            LayerChain c => "[" + Of(c.Layers) + "]",
            _ => "",
        };
        return layer.Kind + "(" + layer.Key + "," + settings + ")";
    }

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
