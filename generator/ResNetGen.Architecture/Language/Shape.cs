using System.Diagnostics.CodeAnalysis;
using ResNetGen.Architecture.Diagnostics;
using ResNetGen.Architecture.Schema;
using ResNetGen.Architecture.Values;

namespace ResNetGen.Architecture.Language;

/// <summary>What a key may hold.</summary>
public abstract class Shape
{
    /// <summary>What is expected, for messages and documentation: "an integer from 1 to 1024".</summary>
    public abstract string Expected { get; }

    /// <summary>The mapping that this is, or whose list it is; null for everything else.</summary>
    internal virtual MappingShape? Mapping => null;

    /// <summary>The same as a JSON schema (draft 7).</summary>
    internal abstract JsonObject ToSchema(SharedKeys shared);
}

/// <summary>What a key may hold, read as a <typeparamref name="T"/>.</summary>
public abstract class Shape<T> : Shape
{
    /// <summary>Reads <paramref name="value"/>, or says what is wrong with it.</summary>
    internal abstract bool TryRead(SpecValue value, Findings findings, [MaybeNullWhen(false)] out T result);

    private protected bool Refuse(SpecValue value, Findings findings)
    {
        findings.Add(Rules.WrongType, value.Site, Expected, value.Kind);
        return false;
    }
}
