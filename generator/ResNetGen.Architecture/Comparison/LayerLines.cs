namespace ResNetGen.Architecture.Comparison;

/// <summary>Changes of layers in as few lines as say all of them: equal changes at many places are one line.</summary>
internal static class LayerLines
{
    /// <summary>Returns lines: where, or nothing for the place above, and what.</summary>
    /// <param name="changes">The changes.</param>
    /// <param name="pairs">How many layers of each kind are in both networks.</param>
    /// <param name="withDerived">Whether layers are told that only follow from others.</param>
    public static IEnumerable<string[]> Of(IEnumerable<LayerChange> changes, IReadOnlyCollection<NumberChange> pairs, bool withDerived)
    {
        var told = changes.Where(c => withDerived || !c.IsDerived).ToList();

        var everywhere = told.Where(c => c.Change == Change.Changed && c.Name is not (LayerChange.Block or LayerChange.Shortcut))
            .GroupBy(c => c.OldKind + "\n" + TextOf(c, withDerived), StringComparer.Ordinal)
            .Where(g => g.Count() > 1 && pairs.Any(p => p.Name == g.First().OldKind && p.Old == g.Count()))
            .ToList();
        foreach (var group in everywhere)
        {
            yield return ["every " + group.First().OldKind + " (" + FactValue.Of(group.Count()) + ")", TextOf(group.First(), withDerived)];
            told.RemoveAll(group.Contains);
        }

        var places = told.GroupBy(c => c.Place).Select(g => (Place: g.Key, Lines: LinesOf([.. g], withDerived)));
        foreach (var alike in places.GroupBy(p => string.Join("\n", p.Lines), StringComparer.Ordinal))
        {
            var where = Place.Shorten(alike.Select(p => p.Place));
            foreach (var line in alike.First().Lines)
            {
                yield return [where, Counted(line, alike.Count())];
                where = "";
            }
        }
    }

    // A block of another kind has other layers: its sketch says which.
    private static List<string> LinesOf(List<LayerChange> changes, bool withDerived)
    {
        var told = changes.Find(c => c.Name == LayerChange.Block) is { } block ? [block] : changes;
        return [.. told.Select(c => LineOf(c, withDerived)).Distinct(StringComparer.Ordinal)];
    }

    // A whole block is one of many.
    private static string Counted(string line, int count) => line.Replace(
        "{blocks}", count == 1 ? "block" : FactValue.Of(count) + " blocks");

    private static string LineOf(LayerChange change, bool withDerived) => change switch
    {
        { Name: LayerChange.Block, Change: Change.Changed } => change.Sketch,
        { Name: LayerChange.Block } => "{blocks} " + (change.Change == Change.Added ? "added: " : "removed: ") + change.Sketch,
        { Change: Change.Added } => "+ " + change.NewName + ": " + change.Sketch,
        { Change: Change.Removed } => "- " + change.OldName + ": " + change.Sketch,
        _ => (change.OldName == change.NewName ? change.NewName : change.OldName + " → " + change.NewName) + ": " + TextOf(change, withDerived),
    };

    // What is no more is told by the new kind.
    private static string TextOf(LayerChange change, bool withDerived)
    {
        var facts = change.Facts.Where(f => withDerived || !f.IsDerived);
        if (change.OldKind == change.NewKind)
            return change.Facts.All(f => f.Name == FactChange.Key) ? "only the name" : string.Join(", ", facts.Where(f => f.Name != FactChange.Key).Select(Text));

        return string.Join(", ", new[] { change.OldKind + " → " + change.NewKind }.Concat(facts.Where(f => f.New is not null).Select(Text)));
    }

    private static string Text(FactChange fact) =>
        fact.Name + " " + (fact.Old is null ? "" : fact.Old + (fact.New is null ? "" : " → ")) + fact.New;
}
