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

    private static SpecMapping Merge(SpecMapping upper, SpecMapping lower, MappingShape? shape)
    {
        var entries = new List<SpecEntry>(upper.Entries.Count + lower.Entries.Count);
        foreach (var entry in lower.Entries)
        {
            var above = Find(upper, entry.Key.Text);
            var key = shape?.Keys.FirstOrDefault(k => k.Name == entry.Key.Text);
            entries.Add(above is null ? entry : above with { Value = MergeValue(above.Value, entry.Value, key) });
        }

        entries.AddRange(upper.Entries.Where(e => Find(lower, e.Key.Text) is null));
        return new SpecMapping(entries.ToEquatableArray(), upper.Site);
    }

    private static SpecEntry? Find(SpecMapping mapping, string key) =>
        mapping.Entries.FirstOrDefault(e => e.Key.Text == key);

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
