using ResNetGen.Architecture.Networks;
using ResNetGen.Architecture.Text;

namespace ResNetGen.Architecture.Comparison;

/// <summary>Compares state dicts: tensors of layers that are the same layer first, then those of the same key.</summary>
internal sealed class StateComparison
{
    private readonly List<KeyChange> _changes = [];
    private readonly List<PlacedEntry> _old = [];
    private readonly List<PlacedEntry> _new = [];

    /// <summary>Adds the layers of one place, whose keys stand behind a prefix in each network.</summary>
    public void Add(PlaceComparison place, string oldPrefix, string newPrefix)
    {
        foreach (var (old, now) in place.Pairs)
        {
            if (oldPrefix != newPrefix || !Equals(old, now))
                Add(Entries(place.Place, oldPrefix, old), Entries(place.Place, newPrefix, now), isPair: old is not null && now is not null);
        }
    }

    /// <summary>Returns what differs, by place.</summary>
    public EquatableArray<KeyChange> Finish()
    {
        var left = _old.ToDictionary(o => o.Entry.Key, StringComparer.Ordinal);
        foreach (var now in _new)
        {
            if (left.TryGetValue(now.Entry.Key, out var old))
            {
                left.Remove(now.Entry.Key);
                Keep(old, now);
            }
            else
            {
                _changes.Add(new KeyChange(KeyFate.Added, now.Place, Old: null, now.Entry, OldName: null, now.Name));
            }
        }

        _changes.AddRange(_old.Where(o => left.ContainsKey(o.Entry.Key))
            .Select(o => new KeyChange(KeyFate.Removed, o.Place, o.Entry, New: null, o.Name, NewName: null)));
        return _changes.OrderBy(c => c.Place.Stage).ThenBy(c => c.Place.Block).ToEquatableArray();
    }

    private void Add(List<PlacedEntry> old, List<PlacedEntry> now, bool isPair)
    {
        foreach (var entry in isPair ? now : [])
        {
            var same = old.Find(o => o.Entry.Key == entry.Entry.Key)
                ?? old.Find(o => LastOf(o.Name) == LastOf(entry.Name) && o.Entry.Shape.Equals(entry.Entry.Shape));
            if (same is null)
            {
                _new.Add(entry);
                continue;
            }

            old.Remove(same);
            if (same.Entry.Key == entry.Entry.Key)
                Keep(same, entry);
            else
                _changes.Add(Changed(KeyFate.Renamed, same, entry));
        }

        _old.AddRange(old);
        if (!isPair)
            _new.AddRange(now);
    }

    private void Keep(PlacedEntry old, PlacedEntry now)
    {
        if (!old.Entry.Shape.Equals(now.Entry.Shape))
            _changes.Add(Changed(KeyFate.Reshaped, old, now));
        else if (old.Entry.IsBuffer != now.Entry.IsBuffer)
            _changes.Add(Changed(KeyFate.Retyped, old, now));
    }

    private static KeyChange Changed(KeyFate fate, PlacedEntry old, PlacedEntry now) => new(fate, now.Place, old.Entry, now.Entry, old.Name, now.Name);

    private static List<PlacedEntry> Entries(Place place, string prefix, Layer? layer) => layer is null
        ? []
        : [.. layer.State.Select(e => new PlacedEntry(place, layer.Key + "." + e.Key, e with { Key = prefix + layer.Key + "." + e.Key }))];

    private static string LastOf(string key) => key.Substring(key.LastIndexOf('.') + 1);

    private sealed record PlacedEntry(Place Place, string Name, StateEntry Entry);
}
