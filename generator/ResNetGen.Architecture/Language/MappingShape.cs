using System.Diagnostics.CodeAnalysis;
using ResNetGen.Architecture.Diagnostics;
using ResNetGen.Architecture.Schema;
using ResNetGen.Architecture.Text;
using ResNetGen.Architecture.Values;

namespace ResNetGen.Architecture.Language;

/// <summary>A mapping with known keys.</summary>
/// <param name="name">What the mapping is, for messages: "a stage".</param>
/// <param name="shorthand">The key that a lone word stands for (<c>stem: conv7x7</c>), or null.</param>
/// <param name="keys">The keys it may have.</param>
public sealed class MappingShape(string name, Key? shorthand, params Key[] keys) : Shape<Section>
{
    /// <summary>What the mapping is, for messages.</summary>
    public string Name => name;

    /// <summary>The keys it may have, in the order of the documentation.</summary>
    public EquatableArray<Key> Keys { get; } = keys.ToEquatableArray();

    /// <summary>The key that a lone word stands for, or null.</summary>
    public Key? Shorthand => shorthand;

    /// <inheritdoc/>
    public override string Expected => shorthand is null
        ? $"a mapping that says {name}"
        : $"{shorthand.Holds.Expected} or a mapping that says {name}";

    internal override MappingShape? Mapping => this;

    internal override JsonObject ToSchema(SharedKeys shared)
    {
        var properties = Keys.Aggregate(new JsonObject(), (all, key) => all.Add(key.Name, shared.Of(key)));
        var mapping = new JsonObject().Add("type", "object").Add("additionalProperties", false).Add("properties", properties);
        if (Keys.Any(k => k.IsRequired))
            mapping.Add("required", Keys.Where(k => k.IsRequired).Select(k => (object)k.Name).ToList());

        return shorthand is null
            ? mapping
            : new JsonObject().Add("anyOf", new[] { shorthand.Holds.ToSchema(shared), new JsonObject().Add("title", name).AddAll(mapping) });
    }

    internal override bool TryRead(SpecValue value, Findings findings, [MaybeNullWhen(false)] out Section result)
    {
        result = new Section(value.Site);
        if (value is SpecScalar { IsEmpty: false } && shorthand is not null)
        {
            shorthand.Read(value, result, findings);
            return true;
        }

        if (value is not SpecMapping mapping)
            return Refuse(value, findings);

        foreach (var entry in mapping.Entries)
        {
            if (Keys.FirstOrDefault(k => k.Name == entry.Key.Text) is { } key)
                key.Read(entry.Value, result, findings);
            else
                findings.Add(Rules.UnknownKey, entry.Key.Site, entry.Key.Shown, name, NearestWord.Hint(entry.Key.Text, Keys.Select(k => k.Name)));
        }

        foreach (var key in Keys)
        {
            if (key.IsRequired && mapping.Find(key.Name) is null)
                findings.Add(Rules.MissingKey, mapping.Site, name, key.Name, key.Holds.Expected);
        }

        return true;
    }
}
