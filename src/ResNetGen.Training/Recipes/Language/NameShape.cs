using ResNetGen.Architecture.Diagnostics;
using ResNetGen.Architecture.Language;
using ResNetGen.Architecture.Schema;
using ResNetGen.Architecture.Values;

namespace ResNetGen.Training.Language;

/// <summary>A name that can be a part of a file's name anywhere.</summary>
internal sealed class NameShape : Shape<string>
{
    private const int MaximumLength = 100;

    /// <inheritdoc/>
    public override string Expected => "a name of letters, digits, '-', '_' and '.'";

    internal override JsonObject ToSchema(SharedKeys shared) =>
        new JsonObject().Add("type", "string").Add("pattern", "^[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}$");

    internal override bool TryRead(SpecValue value, Findings findings, out string result)
    {
        result = value is SpecScalar { IsEmpty: false } scalar ? scalar.Text : "";
        if (IsValid(result))
            return true;

        return Refuse(value, findings);
    }

    /// <summary>Whether a text is such a name.</summary>
    public static bool IsValid(string text) =>
        text.Length is > 0 and <= MaximumLength && text[0] is not ('-' or '.')
        && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');
}
