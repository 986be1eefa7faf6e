using System.Diagnostics.CodeAnalysis;
using ResNetGen.Architecture.Diagnostics;
using ResNetGen.Architecture.Schema;
using ResNetGen.Architecture.Text;
using ResNetGen.Architecture.Values;

namespace ResNetGen.Architecture.Language;

/// <summary>Any text that says something.</summary>
public sealed class TextShape(string expected) : Shape<string>
{
    /// <inheritdoc/>
    public override string Expected => expected;

    internal override JsonObject ToSchema(SharedKeys shared) => new JsonObject().Add("type", "string").Add("minLength", 1);

    internal override bool TryRead(SpecValue value, Findings findings, [MaybeNullWhen(false)] out string result)
    {
        result = value is SpecScalar { IsEmpty: false, Text.Length: > 0 } scalar ? scalar.Text : null;
        return result is not null || Refuse(value, findings);
    }
}

/// <summary>A name that can stand in C#.</summary>
public sealed class IdentifierShape : Shape<string>
{
    /// <inheritdoc/>
    public override string Expected => "a C# identifier";

    internal override JsonObject ToSchema(SharedKeys shared) => new JsonObject()
        .Add("type", "string")
        .Add("pattern", Identifiers.Pattern)
        .Add("maxLength", Identifiers.MaximumLength)
        .Add("not", new JsonObject().Add("enum", Identifiers.ReservedWords.Cast<object>().ToList()));

    internal override bool TryRead(SpecValue value, Findings findings, [MaybeNullWhen(false)] out string result)
    {
        result = null;
        if (value is not SpecScalar { IsEmpty: false } scalar)
            return Refuse(value, findings);

        result = scalar.Text;
        if (Identifiers.IsValid(scalar.Text))
            return true;

        findings.Add(Rules.NotAnIdentifier, value.Site, scalar.Shown);
        return false;
    }
}
