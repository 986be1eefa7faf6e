using Spectre.Console;

namespace ResNetGen.Tool.Reports;

/// <summary>Prints reports as tables for a terminal, as Markdown or as CSV.</summary>
internal static class ReportWriter
{
    public static string Write(Report report, Format format) => format switch
    {
        Format.Md => Markdown(report),
        Format.Csv => Csv(report),
        _ => Table(report),
    };

    private static string Table(Report report)
    {
        using var text = new StringWriter { NewLine = "\n" };
        text.WriteLine(report.Title);
        var width = report.Facts.Count == 0 ? 0 : report.Facts.Max(f => f.Name.Length);
        foreach (var (name, value) in report.Facts)
            text.WriteLine("  " + name.PadRight(width) + "  " + value);

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(text) });
        // Wide enough for every row: lines are cut by the terminal, never by us.
        console.Profile.Width = 400;
        foreach (var part in report.Tables)
        {
            text.WriteLine();
            console.Write(Drawn(part));
        }

        return string.Join('\n', text.ToString().ReplaceLineEndings("\n").Split('\n').Select(l => l.TrimEnd())).TrimEnd('\n') + "\n";
    }

    private static Table Drawn(ReportTable part)
    {
        var table = new Table { Border = TableBorder.Simple, UseSafeBorder = false };
        foreach (var column in part.Columns)
        {
            var added = new TableColumn(Markup.Escape(Heading(column))) { NoWrap = true };
            table.AddColumn(IsNumeric(column) ? added.RightAligned() : added);
        }

        foreach (var row in part.Rows)
            table.AddRow([.. row.Select(Markup.Escape)]);

        return table;
    }

    private static string Markdown(Report report)
    {
        var lines = new List<string> { "## " + report.Title, "" };
        lines.AddRange(report.Facts.Select(f => $"- {f.Name}: {f.Value}"));
        foreach (var table in report.Tables)
        {
            lines.AddRange(["", Row(table.Columns.Select(Heading)), Row(table.Columns.Select(c => IsNumeric(c) ? "---:" : "---"))]);
            lines.AddRange(table.Rows.Select(r => Row(r.Select(c => c.Replace("|", "\\|", StringComparison.Ordinal)))));
        }

        return string.Join('\n', lines) + "\n";

        static string Row(IEnumerable<string> cells) => "| " + string.Join(" | ", cells) + " |";
    }

    private static string Csv(Report report)
    {
        var table = report.Tables[^1];
        var rows = new[] { table.Columns.Select(Heading) }.Concat(table.Rows.Select(r => r.AsEnumerable()));
        return string.Concat(rows.Select(r => string.Join(',', r.Select(Quote)) + "\n"));

        static string Quote(string cell) => cell.AsSpan().IndexOfAny(",\"\n") >= 0
            ? "\"" + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + "\""
            : cell;
    }

    private static bool IsNumeric(string column) => column[0] == '#';

    private static string Heading(string column) => column.TrimStart('#');
}
