using System.Globalization;
using ResNetGen.Architecture.Text;

namespace ResNetGen.Fuzz.Oracles;

/// <summary>Whether a place lies in its text, by offset and by line alike.</summary>
internal static class Places
{
    /// <summary>Returns what is wrong with <paramref name="site"/> in <paramref name="text"/>, or null.</summary>
    public static string? Wrong(Site site, string text)
    {
        if (site.Start < 0 || site.Length < 0 || site.Start + site.Length > text.Length)
            return string.Create(CultureInfo.InvariantCulture, $"{site.Start} + {site.Length} of {text.Length}");

        if (Offset(text, site.StartLine, site.StartColumn) != site.Start)
            return string.Create(CultureInfo.InvariantCulture, $"line {site.StartLine}, column {site.StartColumn} is not {site.Start}");

        return Offset(text, site.EndLine, site.EndColumn) != site.Start + site.Length
            ? string.Create(CultureInfo.InvariantCulture, $"line {site.EndLine}, column {site.EndColumn} is not {site.Start + site.Length}")
            : null;
    }

    private static int Offset(string text, int line, int column)
    {
        var start = 0;
        for (var i = 0; i < text.Length && line > 0; i++)
        {
            if (text[i] is '\n' or '\u0085' or '\u2028' or '\u2029' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
                (line, start) = (line - 1, i + 1);
        }

        // Where a text ends without a line's end, the YAML parser is already on the next line.
        return line == 0 ? start + column : line == 1 && column == 0 ? text.Length : -1;
    }
}
