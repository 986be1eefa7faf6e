using ResNetGen.Architecture.Comparison;
using ResNetGen.Architecture.Networks;

namespace ResNetGen.Architecture.Locks;

/// <summary>How many layers of each kind a network has; norms with their settings, which no other line of a lock tells.</summary>
internal static class LayerCounts
{
    public static IEnumerable<(string Kind, int Count)> Of(Network network)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        Add(counts, network.Stem.Body.Concat(network.Stem.Pool).Concat(network.Final).Concat(network.Head?.Layers ?? []), 1);
        foreach (var run in network.Stages.SelectMany(s => BlockRun.Of(s)))
            Add(counts, run.Block.MainPath.Concat(run.Block.Shortcut.Layers).Concat(run.Block.After is { } after ? [after] : []), run.Count);

        return counts.Select(c => (c.Key, c.Value));
    }

    private static void Add(SortedDictionary<string, int> counts, IEnumerable<Layer> layers, int times)
    {
        foreach (var layer in LayerChain.Flatten(layers))
        {
            var kind = layer is Norm ? LayerSketch.Of(layer) : LayerFacts.KindOf(layer);
            counts[kind] = (counts.TryGetValue(kind, out var count) ? count : 0) + times;
        }
    }
}
