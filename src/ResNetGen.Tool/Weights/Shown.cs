using System.Globalization;

namespace ResNetGen.Tool.Weights;

/// <summary>Text of a file, as a terminal may show it.</summary>
internal static class Shown
{
    private const int Longest = 200;

    /// <summary>Returns the text without what moves the cursor, ends the line or turns its direction.</summary>
    public static string Of(string text)
    {
        var shown = string.Concat(text.Select(c => char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate ? '?' : c));
        return shown.Length <= Longest ? shown : shown[..(Longest - 3)] + "...";
    }
}
