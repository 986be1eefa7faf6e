using ResNetGen.Architecture.Text;

namespace ResNetGen.Architecture.Values;

/// <summary>Keys with their values, in the order they were said.</summary>
public sealed record SpecMapping(EquatableArray<SpecEntry> Entries, Site Site) : SpecValue(Site)
{
    /// <inheritdoc/>
    public override string Kind => "a mapping";

    /// <summary>Returns the value of <paramref name="key"/>, or null where it is not said.</summary>
    public SpecValue? Find(string key)
    {
        foreach (var entry in Entries)
        {
            if (entry.Key.Text == key)
                return entry.Value;
        }

        return null;
    }
}

/// <summary>One key with its value.</summary>
public sealed record SpecEntry(SpecScalar Key, SpecValue Value);
