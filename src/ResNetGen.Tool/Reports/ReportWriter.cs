namespace ResNetGen.Tool.Reports;

/// <summary>Prints reports as tables, as Markdown or as CSV.</summary>
internal static class ReportWriter
{
    // Of the values of facts.
    private const int Narrowest = 20;

    public static string Write(Report report, Format format) => format switch
    {
        Format.Md => Markdown(report),
        Format.Csv => Csv(report),
        _ => Table(report),
    };

    private static string Table(Report report)
    {
        List<string> lines = [];
        if (report.Title.Length > 0)
            lines.Add(Terminal.Bold(report.Title) + (report.Subtitle.Length > 0 ? "  " + report.Subtitle : ""));

        var width = report.Facts.Count == 0 ? 0 : report.Facts.Max(f => f.Name.Length);
        lines.AddRange(report.Facts.SelectMany(f => Fact(f.Name, f.Value, width)));
        foreach (var part in report.Tables)
        {
            if (lines.Count > 0)
                lines.Add("");

            if (part.Caption.Length > 0)
                lines.Add(Terminal.IsRich ? Terminal.Bold(part.Caption) : part.Caption);

            lines.AddRange(Terminal.Width is { } columns ? RichTable.Lines(part, columns) : PlainTable.Lines(part));
        }

        return string.Concat(lines.Select(l => l.TrimEnd() + "\n"));
    }

    // A terminal gets lines that fit, below each other; a pipe gets one.
    private static IEnumerable<string> Fact(string name, string value, int width)
    {
        IEnumerable<string> parts = Terminal.Width is { } columns ? TextWrap.Lines(value, Math.Max(Narrowest, columns - width - 4)) : [value];
        return parts.Select((part, i) => "  " + Terminal.Dim((i == 0 ? name : "").PadRight(width)) + "  " + part);
    }

    private static string Markdown(Report report)
    {
        List<string> lines = report.Title.Length > 0 ? ["## " + report.Title] : [];
        if (report.Subtitle.Length > 0)
            lines.AddRange(["", report.Subtitle]);

        if (report.Facts.Count > 0)
            lines.AddRange(["", .. report.Facts.Select(f => $"- {f.Name}: {f.Value}")]);

        foreach (var table in report.Tables)
        {
            lines.AddRange(table.Caption.Length > 0 ? ["", table.Caption + ":", ""] : [""]);
            lines.AddRange([Row(table.Columns.Select(ReportTable.Heading)), Row(table.Columns.Select(c => ReportTable.IsNumeric(c) ? "---:" : "---"))]);
            lines.AddRange(table.Rows.Where(r => r.Count > 0).Select(r => Row(r.Select(c => c.Replace("|", "\\|", StringComparison.Ordinal)))));
        }

        return string.Join('\n', lines.SkipWhile(l => l.Length == 0)) + "\n";

        static string Row(IEnumerable<string> cells) => "| " + string.Join(" | ", cells) + " |";
    }

    private static string Csv(Report report)
    {
        var table = report.Tables[^1];
        var rows = new[] { table.Columns.Select(ReportTable.Heading) }.Concat(table.Rows.Where(r => r.Count > 0).Select(r => r.AsEnumerable()));
        return string.Concat(rows.Select(r => string.Join(',', r.Select(Quote)) + "\n"));

        static string Quote(string cell) => cell.AsSpan().IndexOfAny(",\"\n\r") >= 0
            ? "\"" + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + "\""
            : cell;
    }
}
