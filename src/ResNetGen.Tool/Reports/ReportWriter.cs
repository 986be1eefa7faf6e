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

        text.WriteLine();
        var table = new Table { Border = TableBorder.Simple, UseSafeBorder = false };
        foreach (var column in report.Columns)
        {
            var added = new TableColumn(Markup.Escape(Heading(column))) { NoWrap = true };
            table.AddColumn(IsNumeric(column) ? added.RightAligned() : added);
        }

        foreach (var row in report.Rows)
            table.AddRow([.. row.Select(Markup.Escape)]);

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(text) });
        // Wide enough for every row: lines are cut by the terminal, never by us.
        console.Profile.Width = 400;
        console.Write(table);
        return string.Join('\n', text.ToString().ReplaceLineEndings("\n").Split('\n').Select(l => l.TrimEnd())).TrimEnd('\n') + "\n";
    }

    private static string Markdown(Report report)
    {
        var lines = new List<string> { "## " + report.Title, "" };
        lines.AddRange(report.Facts.Select(f => $"- {f.Name}: {f.Value}"));
        lines.AddRange(["", Row(report.Columns.Select(Heading)), Row(report.Columns.Select(c => IsNumeric(c) ? "---:" : "---"))]);
        lines.AddRange(report.Rows.Select(r => Row(r.Select(c => c.Replace("|", "\\|", StringComparison.Ordinal)))));
        return string.Join('\n', lines) + "\n";

        static string Row(IEnumerable<string> cells) => "| " + string.Join(" | ", cells) + " |";
    }

    private static string Csv(Report report)
    {
        var rows = new[] { report.Columns.Select(Heading) }.Concat(report.Rows.Select(r => r.AsEnumerable()));
        return string.Concat(rows.Select(r => string.Join(',', r.Select(Quote)) + "\n"));

        static string Quote(string cell) => cell.AsSpan().IndexOfAny(",\"\n") >= 0
            ? "\"" + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + "\""
            : cell;
    }

    private static bool IsNumeric(string column) => column[0] == '#';

    private static string Heading(string column) => column.TrimStart('#');
}
