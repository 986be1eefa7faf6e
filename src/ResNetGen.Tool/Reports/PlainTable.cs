namespace ResNetGen.Tool.Reports;

/// <summary>A table as plain text: columns of their widest cell, for files, pipes and every language's tools.</summary>
internal static class PlainTable
{
    private const int Gap = 2;

    public static IEnumerable<string> Lines(ReportTable table)
    {
        var widths = Widths(table);
        yield return Line(table, [.. table.Columns.Select(ReportTable.Heading)], widths);
        var rule = "  " + new string('-', widths.Sum() + (Gap * (widths.Length - 1)));
        yield return rule;
        foreach (var row in table.Rows)
            yield return row.Count == 0 ? rule : Line(table, row, widths);
    }

    /// <summary>Returns the characters that each column needs.</summary>
    public static int[] Widths(ReportTable table) =>
    [
        .. table.Columns.Select((column, i) => table.Rows.Where(r => r.Count > 0).Select(r => r[i].Length).Append(ReportTable.Heading(column).Length).Max()),
    ];

    private static string Line(ReportTable table, IReadOnlyList<string> cells, int[] widths) => "  " + string.Join(
        new string(' ', Gap),
        cells.Select((cell, i) => ReportTable.IsNumeric(table.Columns[i]) ? cell.PadLeft(widths[i]) : cell.PadRight(widths[i])));
}
