namespace ResNetGen.Tool.Reports;

/// <summary>A heading, a few facts and a table: what every format but JSON prints.</summary>
/// <param name="Title">What it is about.</param>
/// <param name="Facts">Names with their values.</param>
/// <param name="Columns">The table's columns; a name that starts with '#' is a column of numbers.</param>
/// <param name="Rows">The table's rows, as text.</param>
internal sealed record Report(
    string Title,
    IReadOnlyList<(string Name, string Value)> Facts,
    IReadOnlyList<string> Columns,
    IReadOnlyList<IReadOnlyList<string>> Rows);
