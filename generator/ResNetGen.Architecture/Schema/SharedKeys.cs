using ResNetGen.Architecture.Language;

namespace ResNetGen.Architecture.Schema;

/// <summary>Keys that stand in more than one mapping, each described once under the schema's <c>definitions</c>.</summary>
internal sealed class SharedKeys
{
    private readonly List<Key> _shared = [];

    /// <summary>Finds the keys that <paramref name="root"/> and the mappings below it share.</summary>
    public SharedKeys(MappingShape root)
    {
        var seen = new HashSet<Key>();
        Walk(root, []);

        void Walk(MappingShape mapping, HashSet<MappingShape> walked)
        {
            if (!walked.Add(mapping))
                return;

            foreach (var key in mapping.Keys)
            {
                if (!seen.Add(key) && !_shared.Contains(key))
                    _shared.Add(key);
                if (key.Holds.Mapping is { } below)
                    Walk(below, walked);
            }
        }
    }

    /// <summary>The key's schema, or where it stands.</summary>
    public JsonObject Of(Key key) => _shared.Contains(key)
        ? new JsonObject().Add("$ref", "#/definitions/" + key.Name)
        : SchemaText.Of(key, this);

    /// <summary>Every shared key under its name.</summary>
    public JsonObject Definitions() => _shared.Aggregate(new JsonObject(), (all, key) => all.Add(key.Name, SchemaText.Of(key, this)));
}
