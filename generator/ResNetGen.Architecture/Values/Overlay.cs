using ResNetGen.Architecture.Language;
using ResNetGen.Architecture.Text;

namespace ResNetGen.Architecture.Values;

/// <summary>Lays one spec over another: <c>extends</c>, and an attribute on top of a file.</summary>
public static class Overlay
{
    /// <summary>
    /// Returns what <paramref name="upper"/> says and, where it is silent, what <paramref name="lower"/> says.
    /// Mappings merge key by key, stages by position; anything else is replaced whole.
    /// </summary>
    public static SpecMapping Merge(SpecMapping upper, SpecMapping lower) =>
        Merge(upper, Exclusions.Apply(upper, lower), SpecKeys.Spec);

    /// <summary>The same for a mapping of any shape.</summary>
    internal static SpecMapping Merge(SpecMapping upper, SpecMapping lower, MappingShape? shape)
    {
        var entries = new List<SpecEntry>(upper.Entries.Count + lower.Entries.Count);
        var (above, below) = (ByKey(upper), ByKey(lower));
        foreach (var entry in lower.Entries)
        {
            var key = shape?.Keys.FirstOrDefault(k => k.Name == entry.Key.Text);
            entries.Add(above.TryGetValue(entry.Key.Text, out var over) ? over with { Value = MergeValue(over.Value, entry.Value, key) } : entry);
        }

        entries.AddRange(upper.Entries.Where(e => !below.ContainsKey(e.Key.Text)));
        return new SpecMapping(entries.ToEquatableArray(), upper.Site);
    }

    // A mapping may have thousands of keys, all of them wrong: looking each up in a list would take minutes.
    private static Dictionary<string, SpecEntry> ByKey(SpecMapping mapping)
    {
        var entries = new Dictionary<string, SpecEntry>(mapping.Entries.Count, StringComparer.Ordinal);
        foreach (var entry in mapping.Entries)
        {
            if (!entries.ContainsKey(entry.Key.Text))
                entries.Add(entry.Key.Text, entry);
        }

        return entries;
    }

    private static SpecValue MergeValue(SpecValue upper, SpecValue lower, Key? key) => (upper, lower, key?.Holds) switch
    {
        (SpecMapping u, SpecMapping l, var shape) => Merge(u, l, shape as MappingShape),
        (SpecMapping u, SpecScalar { IsEmpty: false } word, MappingShape { Shorthand: { } shorthand } shape) =>
            Merge(u, Spelt(shorthand, word), shape),
        (SpecList u, SpecList l, _) when key == SpecKeys.Stages => MergeByPosition(u, l),
        _ => upper,
    };

    // `stem: conv7x7` is short for `stem: { preset: conv7x7 }`.
    private static SpecMapping Spelt(Key shorthand, SpecScalar word) => new(
        new[] { new SpecEntry(new SpecScalar(shorthand.Name, IsQuoted: false, word.Site), word) }.ToEquatableArray(), word.Site);

    private static SpecList MergeByPosition(SpecList upper, SpecList lower)
    {
        var items = new List<SpecValue>();
        for (var i = 0; i < Math.Max(upper.Items.Count, lower.Items.Count); i++)
        {
            if (i >= upper.Items.Count)
                items.Add(lower.Items[i]);
            else if (i < lower.Items.Count && upper.Items[i] is SpecMapping u && lower.Items[i] is SpecMapping l)
                items.Add(Merge(u, l, StageKeys.Stage));
            else
                items.Add(upper.Items[i]);
        }

        return new SpecList(items.ToEquatableArray(), upper.Site);
    }
}
