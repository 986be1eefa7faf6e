namespace ResNetGen.Tool.Reports;

/// <summary>A heading, a few facts and tables: what every format but JSON prints.</summary>
/// <param name="Title">What it is about; none where it is empty.</param>
/// <param name="Facts">Names with their values.</param>
/// <param name="Tables">The tables; CSV has the last one only.</param>
internal sealed record Report(string Title, IReadOnlyList<(string Name, string Value)> Facts, IReadOnlyList<ReportTable> Tables)
{
    /// <summary>The most important of it in a line; none where it is empty.</summary>
    public string Subtitle { get; init; } = "";
}
