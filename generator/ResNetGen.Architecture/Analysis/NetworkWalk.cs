using System.Globalization;
using ResNetGen.Architecture.Networks;

namespace ResNetGen.Architecture.Analysis;

/// <summary>Follows a picture through a network, layer by layer, in the order of the state dict.</summary>
internal static class NetworkWalk
{
    /// <summary>Returns every layer with what goes in and comes out for <paramref name="input"/>.</summary>
    public static IEnumerable<LayerReport> Layers(Network network, ImageShape input)
    {
        var map = input;
        foreach (var layer in LayerChain.Flatten(network.Stem.Pool is { } pool ? network.Stem.Body.Append(pool) : network.Stem.Body))
        {
            var output = layer.Output(map);
            yield return new LayerReport(layer.Key, layer, -1, OnMainPath: true, map, output);
            map = output;
        }

        for (var s = 0; s < network.Stages.Count; s++)
        {
            var stage = network.Stages[s];
            for (var b = 0; b < stage.Blocks.Count; b++)
            {
                var prefix = stage.Key + "." + b.ToString(CultureInfo.InvariantCulture) + ".";
                var (main, aside) = (map, map);
                foreach (var layer in stage.Blocks[b].Residual)
                {
                    var output = layer.Output(main);
                    yield return new LayerReport(prefix + layer.Key, layer, s, OnMainPath: true, main, output);
                    main = output;
                }

                foreach (var layer in stage.Blocks[b].Shortcut.Layers)
                {
                    var output = layer.Output(aside);
                    yield return new LayerReport(prefix + layer.Key, layer, s, OnMainPath: false, aside, output);
                    aside = output;
                }

                map = main;
            }
        }

        foreach (var layer in new Layer[] { network.Head.Pool, network.Head.Classifier })
        {
            var output = layer.Output(map);
            yield return new LayerReport(layer.Key, layer, network.Stages.Count, OnMainPath: true, map, output);
            map = output;
        }
    }
}
