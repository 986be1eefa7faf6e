using Spectre.Console;

namespace ResNetGen.Tool.Reports;

/// <summary>A table for a person at a terminal: borders, colours, no wider than the window.</summary>
internal static class RichTable
{
    private const int BorderedGap = 3;
    private const int LightGap = 2;
    private const int Indent = 2;

    private static readonly Style Faint = new(decoration: Decoration.Dim);
    private static readonly Style Strong = new(decoration: Decoration.Bold);
    private static readonly Style Name = new(Color.Aqua);

    public static IEnumerable<string> Lines(ReportTable table, int width)
    {
        var hasBorders = Needed(table, BorderedGap) <= width;
        var (shown, left) = hasBorders ? (table, []) : Fitting(table, width);
        using var text = new StringWriter { NewLine = "\n" };
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes,
            ColorSystem = ColorSystemSupport.Standard,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(text),
        });
        console.Profile.Width = width;
        console.Profile.Capabilities.Unicode = Terminal.HasUnicode;
        console.Write(Drawn(shown, hasBorders));
        return text.ToString().TrimEnd('\n').Split('\n')
            .Concat(left.Count == 0 ? [] : TextWrap.Lines($"a wider window also has: {string.Join(", ", left)}", width - Indent).Select(l => Terminal.Dim(new string(' ', Indent) + l)));
    }

    private static Table Drawn(ReportTable part, bool hasBorders)
    {
        var table = new Table { Border = Border(hasBorders), BorderStyle = Faint };
        foreach (var column in part.Columns)
        {
            var added = new TableColumn(new Text(ReportTable.Heading(column), Strong)) { NoWrap = !hasBorders };
            if (!hasBorders)
                added.Padding = new Padding(0, 0, 1, 0);

            table.AddColumn(ReportTable.IsNumeric(column) ? added.RightAligned() : added);
        }

        foreach (var row in part.Rows)
        {
            if (row.Count == 0)
                table.AddEmptyRow();
            else
                table.AddRow(row.Select((cell, i) => Cell(cell, i, ReportTable.IsNumeric(part.Columns[i]))));
        }

        return table;
    }

    private static TableBorder Border(bool hasBorders) => (hasBorders, Terminal.HasUnicode) switch
    {
        (true, true) => TableBorder.Rounded,
        (true, false) => TableBorder.Ascii,
        (false, true) => TableBorder.Horizontal,
        (false, false) => TableBorder.None,
    };

    // The name stands out; a zero, and a dash for nothing, do not.
    private static Text Cell(string text, int column, bool isNumber) => new(
        text, column == 0 ? Name : isNumber && text is "0" or "-" ? Faint : Style.Plain);

    private static (ReportTable Shown, List<string> Left) Fitting(ReportTable table, int width)
    {
        var left = new List<string>();
        foreach (var column in table.Optional)
        {
            if (Needed(table, LightGap) <= width)
                break;

            if (table.Columns.Any(c => ReportTable.Heading(c) == column))
                left.Add(column);

            table = table.Without(column);
        }

        return (table, left);
    }

    private static int Needed(ReportTable table, int gap) => PlainTable.Widths(table).Sum(w => w + gap) + 1;
}
