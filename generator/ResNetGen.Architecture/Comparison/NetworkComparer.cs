using ResNetGen.Architecture.Analysis;
using ResNetGen.Architecture.Networks;
using ResNetGen.Architecture.Text;

namespace ResNetGen.Architecture.Comparison;

/// <summary>Compares networks: stages and blocks by their place, which their keys have too, and layers by their role.</summary>
public static class NetworkComparer
{
    /// <summary>Returns what <paramref name="now"/> has that <paramref name="old"/> has not, and the other way.</summary>
    public static NetworkDiff Compare(CompiledSpec old, CompiledSpec now)
    {
        var (places, state) = (new List<PlaceComparison>(), new StateComparison());
        Compare(old.Network, now.Network, (place, oldPrefix, newPrefix) =>
        {
            places.Add(place);
            state.Add(place, oldPrefix, newPrefix);
        });

        var diff = new NetworkDiff(
            old.Network.Name,
            now.Network.Name,
            NetworkHash.Of(old),
            NetworkHash.Of(now),
            NetworkNumbers.Of(old).Zip(NetworkNumbers.Of(now), (o, n) => new NumberChange(o.Name, o.Value, n.Value)).ToEquatableArray(),
            Parts(old, now).ToEquatableArray(),
            Taps(old.Analysis, now.Analysis).ToEquatableArray(),
            FactChange.Between(Settings(old.Network), Settings(now.Network)).ToEquatableArray(),
            places.SelectMany(p => p.Changes).ToEquatableArray(),
            state.Finish(),
            FactChange.Between(NetworkFacts.Of(old.Network.Training), NetworkFacts.Of(now.Network.Training)).ToEquatableArray(),
            places.SelectMany(p => p.Pairs).Where(p => p is { Old: not null, New: not null }).GroupBy(p => LayerFacts.KindOf(p.Old!), StringComparer.Ordinal)
                .Select(g => new NumberChange(g.Key, g.Count(), g.Count())).ToEquatableArray());
        return WithNesting(diff);
    }

    private static void Compare(Network old, Network now, Action<PlaceComparison, string, string> add)
    {
        add(PlaceComparison.OfLayers(Place.Stem, (old.Stem.Body, now.Stem.Body), (old.Stem.Pool, now.Stem.Pool)), "", "");
        for (var s = 0; s < Math.Max(old.Stages.Count, now.Stages.Count); s++)
        {
            var (oldStage, newStage) = (s < old.Stages.Count ? old.Stages[s] : null, s < now.Stages.Count ? now.Stages[s] : null);
            Compare(s, oldStage, newStage, add);
        }

        add(PlaceComparison.OfLayers(Place.Head, (old.Final, now.Final), (old.Head?.Layers ?? [], now.Head?.Layers ?? [])), "", "");
    }

    private static void Compare(int index, Stage? old, Stage? now, Action<PlaceComparison, string, string> add)
    {
        (Block? Old, Block? New) before = default;
        PlaceComparison? known = null;
        for (var b = 0; b < Math.Max(old?.Blocks.Count ?? 0, now?.Blocks.Count ?? 0); b++)
        {
            var place = new Place(index, b, (now ?? old)!.Key);
            var (oldBlock, newBlock) = (b < old?.Blocks.Count ? old.Blocks[b] : null, b < now?.Blocks.Count ? now.Blocks[b] : null);
            // Of hundreds of equal blocks one is compared.
            known = known is not null && ReferenceEquals(oldBlock, before.Old) && ReferenceEquals(newBlock, before.New)
                ? known.At(place)
                : Compare(place, oldBlock, newBlock);
            before = (oldBlock, newBlock);
            var number = FactValue.Of(b);
            add(known, old?.Key + "." + number + ".", now?.Key + "." + number + ".");
        }
    }

    private static PlaceComparison Compare(Place place, Block? old, Block? now) => (old, now) switch
    {
        (null, { } block) => PlaceComparison.OfOne(place, block, isNew: true),
        ({ } block, null) => PlaceComparison.OfOne(place, block, isNew: false),
        _ => PlaceComparison.OfBlocks(place, old!, now!),
    };

    private static List<Fact> Settings(Network network)
    {
        var settings = new List<Fact>
        {
            new("input", network.Input.ToString()),
            new("stages", FactValue.Of(network.Stages.Count)),
            new("taps", string.Join(" ", network.Taps.Select(t => "c" + FactValue.Of(t)))),
            new("head", network.Head is null ? "none" : "classifier"),
        };
        if (network.Head is { } head)
            settings.Add(new("head for one size", FactValue.Of(head.IsSizeFixed)));

        return settings;
    }

    private static IEnumerable<PartChange> Parts(CompiledSpec old, CompiledSpec now)
    {
        var stages = Math.Max(old.Network.Stages.Count, now.Network.Stages.Count);
        for (var s = -1; s <= stages; s++)
        {
            var (before, after) = (PartOf(old, s, stages), PartOf(now, s, stages));
            var name = s < 0 ? Place.Stem.Name : s == stages ? Place.Head.Name : (s < now.Network.Stages.Count ? now : old).Network.Stages[s].Key;
            var part = new PartChange(
                name,
                new NumberChange(NumberNames.Parameters, before?.Parameters, after?.Parameters),
                new NumberChange(NumberNames.Macs, before?.Macs, after?.Macs));
            if (!part.Parameters.IsSame || !part.Macs.IsSame)
                yield return part;
        }
    }

    // The head's is the last part, whatever the number of stages is.
    private static Cost? PartOf(CompiledSpec spec, int stage, int stages)
    {
        var parts = spec.Analysis.Parts;
        return stage == stages ? parts[parts.Count - 1] : stage < spec.Network.Stages.Count ? parts[stage + 1] : null;
    }

    private static IEnumerable<TapChange> Taps(NetworkAnalysis old, NetworkAnalysis now)
    {
        var names = old.Taps.Concat(now.Taps).Select(t => t.Name).Distinct(StringComparer.Ordinal)
            .OrderBy(n => n.Length).ThenBy(n => n, StringComparer.Ordinal);
        return names
            .Select(name => new TapChange(name, old.Taps.FirstOrDefault(t => t.Name == name), now.Taps.FirstOrDefault(t => t.Name == name)))
            .Where(change => change.Old != change.New);
    }

    // What the lists do not tell: modules that lie in one another otherwise and have the same keys.
    private static NetworkDiff WithNesting(NetworkDiff diff)
    {
        if (diff.IsSame || diff.Settings.Count + diff.Layers.Count + diff.Keys.Count + diff.Training.Count > 0)
            return diff;

        return diff with { Settings = new[] { new FactChange("hash", diff.OldHash, diff.NewHash) }.ToEquatableArray() };
    }
}
