namespace ResNetGen.Tool.Reports;

/// <summary>A table of a report.</summary>
/// <param name="Columns">The columns; a name that starts with '#' is a column of numbers.</param>
/// <param name="Rows">The rows, as text; a row without cells parts what is above it from what is below.</param>
internal sealed record ReportTable(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>A row that parts others.</summary>
    public static IReadOnlyList<string> Rule { get; } = [];

    /// <summary>What the table shows; none where it is empty.</summary>
    public string Caption { get; init; } = "";

    /// <summary>The columns that a narrow terminal does without, the least important first; without '#'.</summary>
    public IReadOnlyList<string> Optional { get; init; } = [];

    /// <summary>Whether a column has numbers.</summary>
    public static bool IsNumeric(string column) => column[0] == '#';

    /// <summary>What stands over a column.</summary>
    public static string Heading(string column) => column.TrimStart('#');

    /// <summary>Returns the table without a column.</summary>
    public ReportTable Without(string heading)
    {
        var at = Columns.Select(Heading).ToList().IndexOf(heading);
        return at < 0 ? this : this with { Columns = Cut(Columns, at), Rows = [.. Rows.Select(r => Cut(r, at))] };
    }

    private static IReadOnlyList<string> Cut(IReadOnlyList<string> cells, int at) => [.. cells.Where((_, i) => i != at)];
}
