namespace ResNetGen.Architecture.Comparison;

/// <summary>A setting that is not what it was.</summary>
/// <param name="Name">The setting.</param>
/// <param name="Old">What it was; null where there was none.</param>
/// <param name="New">What it is; null where there is none.</param>
public sealed record FactChange(string Name, string? Old, string? New)
{
    /// <summary>The name of a change to what a layer without tensors is called.</summary>
    public const string Key = "key";

    /// <summary>Whether it only follows from the layers before, the channels that come in, or is a name that no tensor has.</summary>
    public bool IsDerived => Name is "in" or "channels" or Key;

    /// <summary>Lists the settings that differ, in the order of the new ones.</summary>
    public static IEnumerable<FactChange> Between(IReadOnlyList<Fact> old, IReadOnlyList<Fact> now) => now
        .Select(n => new FactChange(n.Name, Find(old, n.Name), n.Value))
        .Concat(old.Where(o => Find(now, o.Name) is null).Select(o => new FactChange(o.Name, o.Value, New: null)))
        .Where(change => change.Old != change.New);

    private static string? Find(IEnumerable<Fact> facts, string name)
    {
        foreach (var fact in facts)
        {
            if (fact.Name == name)
                return fact.Value;
        }

        return null;
    }
}
