using ResNetGen.Architecture.Diagnostics;
using Xunit;

namespace ResNetGen.Property.Tests.Texts;

/// <summary>Whether a finding points into its text, by offset and by line alike.</summary>
internal static class SiteCheck
{
    /// <summary>Checks the place of <paramref name="finding"/> in <paramref name="text"/>.</summary>
    public static void Check(Finding finding, string text)
    {
        var site = finding.Site;
        Assert.True(
            site.Start >= 0 && site.Length >= 0 && site.Start + site.Length <= text.Length,
            $"{finding}: its place {site.Start} + {site.Length} is not in the text of {text.Length}");

        var lines = LineStarts(text);
        Assert.True(
            Offset(site.StartLine, site.StartColumn) == site.Start,
            $"{finding}: line {site.StartLine}, column {site.StartColumn} (from 0) is not at {site.Start}");
        Assert.True(
            Offset(site.EndLine, site.EndColumn) == site.Start + site.Length,
            $"{finding}: its end, line {site.EndLine}, column {site.EndColumn} (from 0), is not at {site.Start + site.Length}");

        // Where a text ends without a line's end, the YAML parser is already on the next line.
        int Offset(int line, int column) =>
            line == lines.Count && column == 0 ? text.Length
            : line >= 0 && line < lines.Count && column >= 0 ? lines[line] + column : -1;
    }

    private static List<int> LineStarts(string text)
    {
        var starts = new List<int> { 0 };
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '\n' or '\u0085' or '\u2028' or '\u2029' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
                starts.Add(i + 1);
        }

        return starts;
    }
}
