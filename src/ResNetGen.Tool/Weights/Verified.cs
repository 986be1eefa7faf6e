using ResNetGen.Tool.Reports;
using ResNetGen.Weights;

namespace ResNetGen.Tool.Weights;

/// <summary>The JSON of `weights verify`.</summary>
/// <param name="Network">The network's name.</param>
/// <param name="File">The file, as it was asked for.</param>
/// <param name="Fits">Whether the file may be loaded.</param>
/// <param name="Loaded">The tensors that find their place.</param>
/// <param name="Bytes">Their bytes in the file.</param>
/// <param name="Missing">Tensors of the network that the file has not.</param>
/// <param name="Unexpected">Tensors of the file that the network has not.</param>
/// <param name="Mismatched">Tensors of both that do not go together.</param>
/// <param name="Notes">What loading does beyond copying.</param>
internal sealed record Verified(
    string Network,
    string File,
    bool Fits,
    int Loaded,
    long Bytes,
    IReadOnlyList<KeyProblem> Missing,
    IReadOnlyList<KeyProblem> Unexpected,
    IReadOnlyList<KeyProblem> Mismatched,
    IReadOnlyList<string> Notes)
{
    public static Verified Of(string network, string file, LoadReport report) => new(
        network, file, report.Fits, report.Loaded.Count, report.Bytes, report.Missing, report.Unexpected, report.Mismatched, report.Notes);

    /// <summary>The verdict in a line.</summary>
    public string Verdict() => Fits
        ? $"'{File}' fits {Network}"
        : $"'{File}' does not fit {Network}: " + string.Join(
            ", ",
            new[] { (Missing.Count, "missing"), (Unexpected.Count, "unexpected"), (Mismatched.Count, "mismatched") }
                .Where(c => c.Count > 0).Select(c => Numbers.Of(c.Count, Format.Table) + " " + c.Item2));

    /// <summary>The same for people and spreadsheets.</summary>
    public Report Report(Format format)
    {
        var facts = new List<(string, string)>
        {
            ("network", Network),
            ("tensors", $"{Numbers.Of(Loaded, format)} in their places ({Numbers.Bytes(Bytes)})"),
        };
        facts.AddRange(Notes.Select(n => ("note", Shown.Of(n))));
        var problems = new[] { ("mismatched", Mismatched), ("missing", Missing), ("unexpected", Unexpected) }
            .SelectMany(kind => kind.Item2.Select(p => (string[])[kind.Item1, Shown.Of(p.Name), Shown.Of(p.Detail), Shown.Of(p.Nearest ?? "")])).ToList();
        return new Report(
            Shown.Of(File),
            facts,
            problems.Count > 0 || format == Format.Csv ? [new ReportTable(["problem", "name", "detail", "nearest name"], problems)] : [])
        {
            Subtitle = Fits ? "fits" : "does not fit",
        };
    }
}
