using ResNetGen.Architecture.Text;

namespace ResNetGen.Architecture.Comparison;

/// <summary>A part of a comparison as a table for people: only what differs.</summary>
/// <param name="Title">What it is about.</param>
/// <param name="Columns">The columns; a name that starts with '#' is a column of numbers.</param>
/// <param name="Rows">The rows, as text; an empty first cell means the one above.</param>
public sealed record DiffSection(string Title, EquatableArray<string> Columns, EquatableArray<EquatableArray<string>> Rows)
{
    internal static DiffSection Of(string title, string[] columns, IEnumerable<string[]> rows) =>
        new(title, columns.ToEquatableArray(), rows.Select(r => r.ToEquatableArray()).ToEquatableArray());
}
