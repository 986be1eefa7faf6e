using ResNetGen.Architecture.Comparison;

namespace ResNetGen.Tool.Diffs;

/// <summary>Prints comparisons: a line that says it all, then what differs.</summary>
internal static class DiffWriter
{
    // More rows are no help to a reader; JSON has them all.
    private const int MostRows = 60;

    public static string Text(string headline, IReadOnlyList<DiffSection> sections)
    {
        var lines = new List<string> { headline };
        foreach (var section in sections)
        {
            lines.AddRange(["", section.Title]);
            lines.AddRange(Table(section));
            if (section.Rows.Count > MostRows)
                lines.Add("  " + More(section));
        }

        return string.Concat(lines.Select(l => l.TrimEnd() + "\n"));
    }

    public static string Markdown(string headline, IReadOnlyList<DiffSection> sections)
    {
        var lines = new List<string> { "**" + Escape(headline) + "**" };
        foreach (var section in sections)
        {
            lines.AddRange(["", "### " + section.Title, "", Row(section.Columns.Select(Heading)), Row(section.Columns.Select(c => IsNumeric(c) ? "---:" : "---"))]);
            lines.AddRange(section.Rows.Take(MostRows).Select(r => Row(r.Select(Escape))));
            if (section.Rows.Count > MostRows)
                lines.AddRange(["", More(section)]);
        }

        return string.Join('\n', lines) + "\n";

        static string Row(IEnumerable<string> cells) => "| " + string.Join(" | ", cells) + " |";
    }

    private static IEnumerable<string> Table(DiffSection section)
    {
        // Where no column has numbers, the rows speak for themselves.
        IReadOnlyList<string>[] heading = section.Columns.Any(IsNumeric) ? [[.. section.Columns.Select(Heading)]] : [];
        IReadOnlyList<IReadOnlyList<string>> rows = [.. heading, .. section.Rows.Take(MostRows)];
        var widths = section.Columns.Select((_, i) => rows.Max(r => r[i].Length)).ToArray();
        foreach (var row in rows)
            yield return "  " + string.Join("  ", row.Select((cell, i) => IsNumeric(section.Columns[i]) ? cell.PadLeft(widths[i]) : cell.PadRight(widths[i])));
    }

    private static string More(DiffSection section) => $"... and {section.Rows.Count - MostRows} more: --format json lists them all";

    private static string Escape(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).Replace("*", "\\*", StringComparison.Ordinal);

    private static bool IsNumeric(string column) => column.StartsWith('#');

    private static string Heading(string column) => column.TrimStart('#');
}
