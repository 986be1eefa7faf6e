using ResNetGen.Architecture.Diagnostics;
using ResNetGen.Architecture.Specs;
using ResNetGen.Architecture.Text;

namespace ResNetGen.Architecture.Locks;

/// <summary>Compares locks with what their specs give.</summary>
public static class LockComparer
{
    /// <summary>Lists what differs, in the order of the lock; nothing where the spec gives what is locked.</summary>
    /// <param name="entries">The lock's facts.</param>
    /// <param name="facts">What the spec gives: <see cref="LockFacts"/>.</param>
    public static IReadOnlyList<LockDifference> Compare(IReadOnlyList<LockEntry> entries, IReadOnlyList<LockFact> facts)
    {
        var given = facts.ToDictionary(f => (f.Section, f.Name), f => f.Value);
        var locked = new HashSet<(string, string)>(entries.Select(e => (e.Fact.Section, e.Fact.Name)));
        var differences = entries
            .Where(e => !given.TryGetValue((e.Fact.Section, e.Fact.Name), out var value) || value != e.Fact.Value)
            .Select(e => new LockDifference(
                e.Fact.Shown, e.Fact.Value, given.TryGetValue((e.Fact.Section, e.Fact.Name), out var value) ? value : null, e.Site))
            .Concat(facts.Where(f => !locked.Contains((f.Section, f.Name))).Select(f => new LockDifference(f.Shown, Locked: null, f.Value, Near(entries, f))))
            .OrderBy(d => d.Site.Start).ToList();
        // Hashes say that something differs: where other lines say what, they are of no use.
        var telling = differences.FindAll(d => d.Fact is not (LockFacts.Hash or LockFacts.State + " " + LockFacts.Keys));
        return telling.Count > 0 ? telling : differences;
    }

    /// <summary>Makes one finding of all that differs, at the first line that does; null where nothing does.</summary>
    public static Finding? Find(LockDocument document, IReadOnlyList<LockFact> facts)
    {
        if (document.Entries is not { } entries || Compare(entries, facts) is not { Count: > 0 } differences)
            return null;

        var more = differences.Count == 1
            ? ""
            : string.Format(System.Globalization.CultureInfo.InvariantCulture, " ({0} more {1})", differences.Count - 1, differences.Count == 2 ? "fact differs" : "facts differ");
        var arguments = new[] { differences[0].ToString(), more, SpecPath.NameOf(LockPath.SpecOf(document.Path)) + SpecDocument.Extension };
        return new Finding(LockRules.Differs, differences[0].Site, arguments.ToEquatableArray());
    }

    // Where it would stand: behind the last fact of its section, or else before the hash.
    private static Site Near(IReadOnlyList<LockEntry> entries, LockFact fact) =>
        (entries.LastOrDefault(e => e.Fact.Section == fact.Section) ?? entries[entries.Count - 1]).Site;
}
