using ResNetGen.Architecture.Text;

namespace ResNetGen.Architecture.Language;

/// <summary>A value and the place where it was said.</summary>
public readonly record struct Said<T>(T Value, Site Site);

/// <summary>A mapping that was read: what its keys were given, each with its place.</summary>
public sealed class Section(Site site)
{
    private readonly Dictionary<Key, object> _said = [];

    /// <summary>Where the mapping stands.</summary>
    public Site Site => site;

    /// <summary>Returns what was said for <paramref name="key"/>, or null.</summary>
    public Said<T>? Find<T>(Key<T> key) => _said.TryGetValue(key, out var said) ? (Said<T>)said : null;

    /// <summary>Returns what was said for <paramref name="key"/>, or <paramref name="otherwise"/> at the mapping's place.</summary>
    public Said<T> Get<T>(Key<T> key, T otherwise) => Find(key) ?? new Said<T>(otherwise, site);

    internal void Set<T>(Key<T> key, Said<T> value) => _said[key] = value;
}
