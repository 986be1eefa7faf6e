using ResNetGen.Architecture.Text;

namespace ResNetGen.Architecture.Values;

/// <summary>Lays one spec over another: <c>extends</c>, and an attribute on top of a file.</summary>
public static class Overlay
{
    /// <summary>The key whose list merges item by item instead of being replaced.</summary>
    public const string Stages = "stages";

    /// <summary>The key whose lone word stands for a mapping with <see cref="Preset"/>.</summary>
    public const string Stem = "stem";

    /// <summary>The key that a stem's lone word stands for.</summary>
    public const string Preset = "preset";

    /// <summary>
    /// Returns what <paramref name="upper"/> says and, where it is silent, what <paramref name="lower"/> says.
    /// Mappings merge key by key, stages by position; anything else is replaced whole.
    /// </summary>
    public static SpecMapping Merge(SpecMapping upper, SpecMapping lower)
    {
        var entries = new List<SpecEntry>(upper.Entries.Count + lower.Entries.Count);
        foreach (var entry in lower.Entries)
        {
            var above = Find(upper, entry.Key.Text);
            entries.Add(above is null ? entry : above with { Value = MergeValue(above, entry.Value) });
        }

        entries.AddRange(upper.Entries.Where(e => Find(lower, e.Key.Text) is null));
        return new SpecMapping(entries.ToEquatableArray(), upper.Site);
    }

    private static SpecEntry? Find(SpecMapping mapping, string key) =>
        mapping.Entries.FirstOrDefault(e => e.Key.Text == key);

    private static SpecValue MergeValue(SpecEntry upper, SpecValue lower) => (upper.Value, lower) switch
    {
        (SpecMapping u, SpecMapping l) => Merge(u, l),
        (SpecMapping u, SpecScalar { IsEmpty: false } preset) when upper.Key.Text == Stem => Merge(u, Spelt(preset)),
        (SpecList u, SpecList l) when upper.Key.Text == Stages => MergeByPosition(u, l),
        _ => upper.Value,
    };

    // `stem: conv7x7` is short for `stem: { preset: conv7x7 }`.
    private static SpecMapping Spelt(SpecScalar preset) => new(
        new[] { new SpecEntry(new SpecScalar(Preset, IsQuoted: false, preset.Site), preset) }.ToEquatableArray(), preset.Site);

    private static SpecList MergeByPosition(SpecList upper, SpecList lower)
    {
        var items = new List<SpecValue>();
        for (var i = 0; i < Math.Max(upper.Items.Count, lower.Items.Count); i++)
        {
            if (i >= upper.Items.Count)
                items.Add(lower.Items[i]);
            else if (i < lower.Items.Count && upper.Items[i] is SpecMapping u && lower.Items[i] is SpecMapping l)
                items.Add(Merge(u, l));
            else
                items.Add(upper.Items[i]);
        }

        return new SpecList(items.ToEquatableArray(), upper.Site);
    }
}
