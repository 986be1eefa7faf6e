using ResNetGen.Architecture.Diagnostics;
using ResNetGen.Architecture.Language;
using ResNetGen.Architecture.Schema;
using ResNetGen.Architecture.Values;

namespace ResNetGen.Training.Language;

/// <summary>The word <c>none</c>, or something else.</summary>
internal sealed class OptionalShape<T>(Shape<T> something) : Shape<Optional<T>>
{
    /// <inheritdoc/>
    public override string Expected => "'none' or " + something.Expected;

    internal override MappingShape? Mapping => something.Mapping;

    internal override JsonObject ToSchema(SharedKeys shared) => new JsonObject().Add("anyOf", new[]
    {
        new JsonObject().Add("type", "string").Add("enum", new object[] { Words.None }),
        something.ToSchema(shared),
    });

    internal override bool TryRead(SpecValue value, Findings findings, out Optional<T> result)
    {
        result = default;
        if (value is SpecScalar { Text: Words.None })
            return true;

        // A word where a mapping is due: the message names both.
        if (value is SpecScalar && something is MappingShape)
            return Refuse(value, findings);

        if (!something.TryRead(value, findings, out var read))
            return false;

        result = new Optional<T>(read);
        return true;
    }
}

/// <summary>Something, or nothing.</summary>
/// <param name="Value">What, where it is something.</param>
internal readonly record struct Optional<T>(T Value)
{
    /// <summary>Whether it is something.</summary>
    public bool IsSaid { get; } = true;
}
