using System.Globalization;
using ResNetGen.Architecture.Networks;

namespace ResNetGen.Architecture.Analysis;

/// <summary>Follows a picture through a network, layer by layer, in the order of the state dict.</summary>
internal static class NetworkWalk
{
    /// <summary>Returns every layer with what goes in and comes out for <paramref name="input"/>.</summary>
    public static IEnumerable<LayerReport> Layers(Network network, ImageShape input, CancellationToken cancellation = default) =>
        Layers(network, input, skipsRepeats: false, cancellation);

    /// <summary>
    /// Returns the same, but for blocks that see what the one before them sees: of thousands of equal blocks one is left.
    /// </summary>
    public static IEnumerable<LayerReport> DistinctLayers(Network network, ImageShape input, CancellationToken cancellation) =>
        Layers(network, input, skipsRepeats: true, cancellation);

    private static IEnumerable<LayerReport> Layers(Network network, ImageShape input, bool skipsRepeats, CancellationToken cancellation)
    {
        var map = input;
        foreach (var layer in LayerChain.Flatten(network.Stem.Body.Concat(network.Stem.Pool)))
        {
            var report = Report(layer.Key, layer, -1, -1, map);
            yield return report;
            map = report.Output;
        }

        for (var s = 0; s < network.Stages.Count; s++)
        {
            var stage = network.Stages[s];
            ImageShape? before = null;
            for (var b = 0; b < stage.Blocks.Count; b++)
            {
                cancellation.ThrowIfCancellationRequested();
                if (skipsRepeats && b > 0 && ReferenceEquals(stage.Blocks[b], stage.Blocks[b - 1]) && map == before)
                    continue;

                before = map;
                foreach (var report in Block(stage, s, b, map))
                {
                    yield return report;
                    if (report.OnMainPath)
                        map = report.Output;
                }
            }
        }

        foreach (var layer in network.Final.Concat(network.Head?.Layers ?? []))
        {
            // The head is flattened before it is classified.
            if (ReferenceEquals(layer, network.Head?.Classifier) && map.Elements <= int.MaxValue)
                map = new ImageShape((int)map.Elements, 1, 1);

            var report = Report(layer.Key, layer, network.Stages.Count, -1, map);
            yield return report;
            map = report.Output;
        }
    }

    private static IEnumerable<LayerReport> Block(Stage stage, int index, int block, ImageShape input)
    {
        var prefix = stage.Key + "." + block.ToString(CultureInfo.InvariantCulture) + ".";
        var form = stage.Blocks[block];
        var main = input;
        var aside = input;
        foreach (var layer in form.MainPath)
        {
            var report = Report(prefix + layer.Key, layer, index, block, main);
            yield return report;
            main = report.Output;
        }

        foreach (var layer in form.Shortcut.Layers)
        {
            var report = Report(prefix + layer.Key, layer, index, block, aside) with { OnMainPath = false };
            yield return report;
            aside = report.Output;
        }
    }

    private static LayerReport Report(string path, Layer layer, int stage, int block, ImageShape map) =>
        new(path, layer, stage, block, OnMainPath: true, map, layer.Output(map));
}
