using System.Globalization;
using ResNetGen.Architecture.Networks;
using ResNetGen.Architecture.Text;

namespace ResNetGen.Architecture.Analysis;

/// <summary>Works out shapes, costs, depth and receptive fields.</summary>
public static class Analyser
{
    /// <summary>Analyses <paramref name="network"/> for its declared input.</summary>
    /// <exception cref="OverflowException">A cost does not fit 64 bits.</exception>
    public static NetworkAnalysis Analyse(Network network, CancellationToken cancellation = default) =>
        Analyse(network, network.Input, cancellation);

    /// <summary>Analyses <paramref name="network"/> for <paramref name="input"/>.</summary>
    /// <exception cref="OverflowException">A cost does not fit 64 bits.</exception>
    public static NetworkAnalysis Analyse(Network network, ImageShape input, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        var layers = new List<LayerReport>();
        var state = new List<StateEntry>();
        var parts = new Cost[network.Stages.Count + 2];
        foreach (var layer in NetworkWalk.Layers(network, input, cancellation))
        {
            layers.Add(layer);
            parts[layer.Stage + 1] += Cost.Of(layer);
            foreach (var entry in layer.Layer.State)
                state.Add(entry with { Key = layer.Path + "." + entry.Key });
        }

        var main = layers.Where(l => l.OnMainPath && l.Layer.IsCounted).ToList();
        return new NetworkAnalysis(
            input,
            Depth: main.Count(l => l.Stage >= 0) + 1,
            MainPathLayers: main.Count,
            Total: parts.Aggregate((a, b) => a + b),
            parts.ToEquatableArray(),
            Taps(network, layers),
            layers.ToEquatableArray(),
            state.ToEquatableArray());
    }

    private static EquatableArray<Tap> Taps(Network network, List<LayerReport> layers)
    {
        var taps = new List<Tap>();
        long field = 1, step = 1;
        var stemBody = LayerChain.Flatten(network.Stem.Body).Count();
        LayerReport? last = null;
        for (var i = 0; i < layers.Count; i++)
        {
            var layer = layers[i];
            if (layer.Stage == network.Stages.Count)
                break;

            if (layer.OnMainPath)
            {
                var window = layer.Layer.Window;
                field = checked(field + (step * window.Dilation * (window.Kernel - 1)));
                step = checked(step * window.Stride);
                last = layer;
            }

            // A tap lies behind the stem's body, and behind the last layer of each stage.
            var isEnd = i + 1 == layers.Count || layers[i + 1].Stage != layer.Stage;
            if (layer.Stage < 0 ? i == stemBody - 1 : isEnd)
                taps.Add(new Tap((taps.Count + 1).ToString("'c'0", CultureInfo.InvariantCulture), last!.Output, step, field));
        }

        return taps.Where((_, i) => network.Taps.Contains(i + 1)).ToEquatableArray();
    }
}
