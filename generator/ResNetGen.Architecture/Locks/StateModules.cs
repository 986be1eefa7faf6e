using ResNetGen.Architecture.Comparison;
using ResNetGen.Architecture.Networks;

namespace ResNetGen.Architecture.Locks;

/// <summary>The state dict in few lines: which modules each part has, parts that have the same in one line.</summary>
internal static class StateModules
{
    /// <summary>Returns the parts, and their modules.</summary>
    public static IEnumerable<(string Where, string Modules)> Of(Network network, CancellationToken cancellation)
    {
        var parts = new List<(Place Place, string Modules)> { (Place.Stem, ModulesOf(network.Stem.Body.Concat(network.Stem.Pool))) };
        for (var s = 0; s < network.Stages.Count; s++)
        {
            foreach (var run in BlockRun.Of(network.Stages[s], cancellation))
            {
                var modules = ModulesOf(run.Block.MainPath.Concat(run.Block.Shortcut.Layers));
                parts.AddRange(Enumerable.Range(run.First, run.Count).Select(b => (new Place(s, b, network.Stages[s].Key), modules)));
            }
        }

        parts.Add((Place.Head, ModulesOf(network.Final.Concat(network.Head?.Layers ?? []))));
        return parts.Where(p => p.Modules.Length > 0).GroupBy(p => p.Modules, StringComparer.Ordinal)
            .Select(g => (Place.Shorten(g.Select(p => p.Place)), g.Key));
    }

    /// <summary>Returns the hash of every key with its shape, in order.</summary>
    public static string HashOf(IEnumerable<StateEntry> state) => NetworkHash.OfText(string.Concat(
        state.Select(e => e.Key + ":" + string.Join(",", e.Shape.Select(FactValue.Of)) + (e.IsBuffer ? " buffer\n" : "\n"))));

    private static string ModulesOf(IEnumerable<Layer> layers) =>
        string.Join(", ", LayerChain.Flatten(layers).Where(l => l.State.Count > 0).Select(l => l.Key));
}
