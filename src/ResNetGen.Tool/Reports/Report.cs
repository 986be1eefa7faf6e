namespace ResNetGen.Tool.Reports;

/// <summary>A heading, a few facts and tables: what every format but JSON prints.</summary>
/// <param name="Title">What it is about.</param>
/// <param name="Facts">Names with their values.</param>
/// <param name="Tables">The tables; CSV has the last one only.</param>
internal sealed record Report(string Title, IReadOnlyList<(string Name, string Value)> Facts, IReadOnlyList<ReportTable> Tables);

/// <summary>A table of a report.</summary>
/// <param name="Columns">The columns; a name that starts with '#' is a column of numbers.</param>
/// <param name="Rows">The rows, as text.</param>
internal sealed record ReportTable(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows);
