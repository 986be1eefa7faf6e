using ResNetGen.Architecture.Networks;
using ResNetGen.Architecture.Text;

namespace ResNetGen.Architecture.Comparison;

/// <summary>One part of two networks, compared layer by layer.</summary>
/// <param name="Place">The part.</param>
/// <param name="Changes">What differs.</param>
/// <param name="Pairs">Which layer is which; null stands for what one network lacks. Keys are within the place.</param>
internal sealed record PlaceComparison(Place Place, EquatableArray<LayerChange> Changes, IReadOnlyList<(Layer? Old, Layer? New)> Pairs)
{
    /// <summary>Compares sequences of layers, each with its own.</summary>
    public static PlaceComparison OfLayers(Place place, params (IEnumerable<Layer> Old, IEnumerable<Layer> New)[] sequences)
    {
        var changes = new List<LayerChange>();
        var pairs = new List<(Layer?, Layer?)>();
        foreach (var (old, now) in sequences)
            AddLayers(changes, pairs, place, old, now);

        return new PlaceComparison(place, changes.ToEquatableArray(), pairs);
    }

    /// <summary>Compares two blocks.</summary>
    public static PlaceComparison OfBlocks(Place place, Block old, Block now)
    {
        var changes = new List<LayerChange>();
        var pairs = new List<(Layer?, Layer?)>();
        if (old.Kind != now.Kind)
            changes.Add(Whole(place, LayerChange.Block, old, now));

        AddLayers(changes, pairs, place, old.Before, now.Before);
        AddLayers(changes, pairs, place, old.Residual, now.Residual);
        var shortcut = FactChange.Between(NetworkFacts.Of(old.Shortcut), NetworkFacts.Of(now.Shortcut)).ToEquatableArray();
        var (oldWay, newWay) = (NetworkFacts.KindOf(old.Shortcut), NetworkFacts.KindOf(now.Shortcut));
        if (oldWay != newWay || shortcut.Count > 0)
        {
            changes.Add(new LayerChange(
                place, Change.Changed, LayerChange.Shortcut, LayerChange.Shortcut, oldWay, newWay, shortcut, Sketch: "", IsTrainingOnly: false));
        }

        AddLayers(changes, pairs, place, old.Shortcut.Layers, now.Shortcut.Layers);
        AddLayers(changes, pairs, place, AfterOf(old), AfterOf(now));
        return new PlaceComparison(place, changes.ToEquatableArray(), pairs);
    }

    /// <summary>A block that only one of the networks has.</summary>
    public static PlaceComparison OfOne(Place place, Block block, bool isNew)
    {
        var layers = LayerChain.Flatten(block.MainPath.Concat(block.Shortcut.Layers).Concat(AfterOf(block)));
        var change = Whole(place, LayerChange.Block, isNew ? null : block, isNew ? block : null);
        return new PlaceComparison(
            place, new[] { change }.ToEquatableArray(), [.. layers.Select(layer => isNew ? ((Layer?)null, (Layer?)layer) : (layer, null))]);
    }

    /// <summary>Returns the same comparison for another place.</summary>
    public PlaceComparison At(Place place) => new(place, Changes.Select(c => c with { Place = place }).ToEquatableArray(), Pairs);

    private static IEnumerable<Layer> AfterOf(Block block) => block.After is { } after ? [after] : [];

    private static LayerChange Whole(Place place, string name, Block? old, Block? now) => new(
        place,
        old is null ? Change.Added : now is null ? Change.Removed : Change.Changed,
        old is null ? null : name,
        now is null ? null : name,
        old is null ? null : NetworkFacts.KindOf(old),
        now is null ? null : NetworkFacts.KindOf(now),
        EquatableArray<FactChange>.Empty,
        old is not null && now is not null ? LayerSketch.Of(old) + " → " + LayerSketch.Of(now) : LayerSketch.Of((now ?? old)!),
        IsTrainingOnly: false);

    private static void AddLayers(
        List<LayerChange> changes, List<(Layer?, Layer?)> pairs, Place place, IEnumerable<Layer> old, IEnumerable<Layer> now)
    {
        var aligned = LayerAlignment.Of([.. LayerChain.Flatten(old)], [.. LayerChain.Flatten(now)]);
        pairs.AddRange(aligned);
        foreach (var (before, after) in aligned)
        {
            if (before is null || after is null)
                changes.Add(OneSided(place, before, after));
            else if (before != after)
                changes.AddRange(TwoSided(place, before, after));
        }
    }

    private static LayerChange OneSided(Place place, Layer? old, Layer? now) => new(
        place,
        old is null ? Change.Added : Change.Removed,
        old?.Key,
        now?.Key,
        old is null ? null : LayerFacts.KindOf(old),
        now is null ? null : LayerFacts.KindOf(now),
        EquatableArray<FactChange>.Empty,
        LayerSketch.Of((now ?? old)!),
        (now ?? old) is Dropout);

    private static IEnumerable<LayerChange> TwoSided(Place place, Layer old, Layer now)
    {
        var (oldKind, newKind) = (LayerFacts.KindOf(old), LayerFacts.KindOf(now));
        var facts = FactChange.Between(LayerFacts.Of(old), LayerFacts.Of(now)).ToList();
        // The state dict's own comparison tells of the keys of layers that are in it.
        if (old.Key != now.Key && old.State.Count == 0 && now.State.Count == 0)
            facts.Add(new FactChange(FactChange.Key, old.Key, now.Key));

        var training = oldKind == newKind ? facts.Where(f => f.Name is "momentum" or "rate").ToList() : [];
        facts.RemoveAll(training.Contains);
        if (facts.Count > 0 || oldKind != newKind)
            yield return Changed(facts, isTrainingOnly: false);
        if (training.Count > 0)
            yield return Changed(training, isTrainingOnly: true);

        LayerChange Changed(List<FactChange> some, bool isTrainingOnly) => new(
            place, Change.Changed, old.Key, now.Key, oldKind, newKind, some.ToEquatableArray(), Sketch: "", isTrainingOnly);
    }
}
