using ResNetGen.Architecture.Language;
using ResNetGen.Architecture.Text;

namespace ResNetGen.Architecture.Values;

/// <summary>The inverse of <see cref="AttributeMapping"/>: says a spec by the attribute's arguments.</summary>
public static class SpecToAttribute
{
    /// <summary>
    /// Returns the arguments that say <paramref name="spec"/>, in the attribute's order, or null where the attribute cannot
    /// say it all. Where a list says a key for some of its items alone, the others get the key's default.
    /// </summary>
    /// <param name="spec">A spec with everything that it extends laid under it; its version is no matter of C#.</param>
    public static EquatableArray<(AttributeArgument Argument, SpecValue Value)>? Arguments(SpecMapping spec)
    {
        var said = new Dictionary<AttributeArgument, SpecValue>();
        var ok = Mapping(Without(KeysOfAllStages.Lift(spec), SpecKeys.Version), SpecKeys.Spec, EquatableArray<Key>.Empty, said);
        return ok
            ? AttributeArgument.All.Where(said.ContainsKey).Select(a => (a, said[a])).ToEquatableArray()
            : null;
    }

    private static bool Mapping(SpecMapping mapping, MappingShape shape, EquatableArray<Key> path, Dictionary<AttributeArgument, SpecValue> said) =>
        mapping.Entries.All(entry =>
            shape.Keys.FirstOrDefault(k => k.Name == entry.Key.Text) is { } key && Value(entry.Value, key, path, said));

    private static bool Value(SpecValue value, Key key, EquatableArray<Key> path, Dictionary<AttributeArgument, SpecValue> said) =>
        (value, key.Holds) switch
        {
            (SpecMapping mapping, MappingShape shape) => Mapping(mapping, shape, Below(path, key), said),
            (SpecScalar, MappingShape { Shorthand: { } shorthand }) => Say(Find(shorthand, Below(path, key)), value, said),
            (SpecList list, ListShape<Section> { Item: MappingShape item }) => Items(list, item, Below(path, key), said),
            _ => Say(Find(key, path), value, said),
        };

    private static bool Items(SpecList list, MappingShape shape, EquatableArray<Key> path, Dictionary<AttributeArgument, SpecValue> said)
    {
        var items = list.Items.OfType<SpecMapping>().ToList();
        if (items.Count == 0 || items.Count < list.Items.Count)
            return false;

        // A key that the language lacks, or that only a file can say of an item.
        if (items.Exists(i => i.Entries.Any(e => !shape.Keys.Any(k => k.Name == e.Key.Text && Find(k, path, isPerItem: true) is not null))))
            return false;

        var keys = shape.Keys.Where(k => items.Exists(i => i.Find(k.Name) is not null)).ToList();
        // Items that say nothing are counted by one of their defaults.
        if (keys.Count == 0)
            keys.AddRange(shape.Keys.Where(k => ItemDefaults.Of(k, items, 0) is not null && Find(k, path, isPerItem: true) is not null).Take(1));

        return keys.Count > 0 && keys.TrueForAll(key =>
        {
            var values = items.Select((item, i) => item.Find(key.Name) ?? ItemDefaults.Of(key, items, i)).OfType<SpecValue>().ToEquatableArray();
            return values.Count == items.Count && Say(Find(key, path, isPerItem: true), new SpecList(values, list.Site), said);
        });
    }

    private static bool Say(AttributeArgument? argument, SpecValue value, Dictionary<AttributeArgument, SpecValue> said)
    {
        if (argument is null || value is SpecMapping)
            return false;

        said[argument] = value;
        return true;
    }

    private static AttributeArgument? Find(Key key, EquatableArray<Key> path, bool isPerItem = false) =>
        AttributeArgument.All.FirstOrDefault(a => a.Key == key && a.IsPerItem == isPerItem && a.Path.Equals(path));

    private static EquatableArray<Key> Below(EquatableArray<Key> path, Key key) => path.Append(key).ToEquatableArray();

    private static SpecMapping Without(SpecMapping mapping, Key key) => mapping with
    {
        Entries = mapping.Entries.Where(e => e.Key.Text != key.Name).ToEquatableArray(),
    };
}
