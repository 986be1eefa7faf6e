using System.Globalization;
using System.Text;

namespace ResNetGen.Weights.Files;

/// <summary>Text of a file that nobody vouches for, as a message may show it: one line, short, and nothing that steers a terminal.</summary>
internal static class Quoted
{
    private const int MaxLength = 96;

    public static string Name(string text)
    {
        var shown = new StringBuilder("'", Math.Min(text.Length, MaxLength) + 8);
        foreach (var rune in text.EnumerateRunes())
        {
            if (shown.Length > MaxLength)
                return shown.Append("...'").ToString();

            // Format characters turn the direction of writing round or hide what stands there.
            if (Rune.IsControl(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
                shown.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:x4}");
            else
                shown.Append(rune.ToString());
        }

        return shown.Append('\'').ToString();
    }

    /// <summary>Returns the first of <paramref name="names"/>, and how many more there are.</summary>
    public static string Names(IEnumerable<string> names)
    {
        const int shown = 12;
        var all = names.ToList();
        var text = string.Join(", ", all.Take(shown).Select(Name));
        return all.Count > shown ? string.Create(CultureInfo.InvariantCulture, $"{text} and {all.Count - shown} more") : text;
    }
}
