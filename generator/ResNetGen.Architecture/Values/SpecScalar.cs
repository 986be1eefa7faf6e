using System.Globalization;
using ResNetGen.Architecture.Text;

namespace ResNetGen.Architecture.Values;

/// <summary>A word, a number or a text.</summary>
/// <param name="Text">The text without quotes.</param>
/// <param name="IsQuoted">Whether it can only be a text.</param>
/// <param name="Site">Where it is said.</param>
public sealed record SpecScalar(string Text, bool IsQuoted, Site Site) : SpecValue(Site)
{
    /// <summary>Whether nothing is said: YAML's empty value.</summary>
    public bool IsEmpty => !IsQuoted && Text is "" or "~" or "null";

    /// <inheritdoc/>
    public override string Kind => IsEmpty ? "nothing" : $"'{Shown}'";

    /// <summary>The text for messages: one line of a length that a person reads.</summary>
    public string Shown
    {
        get
        {
            var text = Text.Length <= 60 ? Text : Text.Substring(0, 57) + "...";
            return new string([.. text.Select(c => IsPrinted(c) ? c : ' ')]);
        }
    }

    // What neither ends the line nor turns the direction of what follows.
    private static bool IsPrinted(char c) => CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
