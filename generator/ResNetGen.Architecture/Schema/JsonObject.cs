namespace ResNetGen.Architecture.Schema;

/// <summary>An object of JSON: its keys keep the order in which they were added.</summary>
/// <remarks>Values are texts, switches, integers, <see cref="JsonNumber"/>s, objects, and lists of them.</remarks>
internal sealed class JsonObject
{
    private readonly List<KeyValuePair<string, object>> _entries = [];

    /// <summary>Its keys with their values.</summary>
    public IReadOnlyList<KeyValuePair<string, object>> Entries => _entries;

    /// <summary>Adds a key.</summary>
    public JsonObject Add(string key, object value)
    {
        _entries.Add(new KeyValuePair<string, object>(key, value));
        return this;
    }

    /// <summary>Adds the keys of another object.</summary>
    public JsonObject AddAll(JsonObject other)
    {
        _entries.AddRange(other.Entries);
        return this;
    }
}

/// <summary>A decimal number of JSON, as it is to be written: a double's own text differs from runtime to runtime.</summary>
internal sealed record JsonNumber(string Text);
