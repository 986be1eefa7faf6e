using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ResNetGen.Architecture.Diagnostics;
using ResNetGen.Architecture.Text;

namespace ResNetGen.Generator.Diagnostics;

/// <summary>
/// The severities that an <c>.editorconfig</c> gives a spec's findings: <c>resnetgen.severity.RNG1021 = none</c> under
/// <c>[*.resnet.yaml]</c>. The compiler's own <c>dotnet_diagnostic</c> settings do not reach files that are not C#.
/// </summary>
/// <param name="Path">The spec.</param>
/// <param name="Entries">The rules and words, in ordinal order.</param>
internal sealed record FileSeverities(string Path, EquatableArray<SeverityEntry> Entries)
{
    private const string Prefix = "resnetgen.severity.";
    private const string None = "none";

    private static readonly Dictionary<string, DiagnosticSeverity?> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["error"] = DiagnosticSeverity.Error,
        ["warning"] = DiagnosticSeverity.Warning,
        ["suggestion"] = DiagnosticSeverity.Info,
        ["silent"] = DiagnosticSeverity.Hidden,
        [None] = null,
        ["default"] = null,
    };

    /// <summary>Reads what the settings say of one file.</summary>
    public static FileSeverities Read(string path, AnalyzerConfigOptions options) => new(
        path,
        options.Keys.Where(k => k.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)).OrderBy(k => k, StringComparer.Ordinal)
            .Select(k => new SeverityEntry(
                k.Substring(Prefix.Length).ToUpperInvariant(), options.TryGetValue(k, out var word) ? word.Trim() : ""))
            .ToEquatableArray());

    /// <summary>Gives each finding the severity of its file, and leaves out those that are switched off.</summary>
    public static IEnumerable<Report> Apply(IEnumerable<Finding> findings, IReadOnlyCollection<FileSeverities> files)
    {
        foreach (var finding in findings)
        {
            var entry = files.FirstOrDefault(f => f.Path == finding.Site.Path)?.Entries.FirstOrDefault(e => e.Id == finding.Rule.Id);
            if (entry is null || !Words.TryGetValue(entry.Word, out var severity))
                yield return new Report(finding, Severity: null);
            else if (!string.Equals(entry.Word, None, StringComparison.OrdinalIgnoreCase))
                yield return new Report(finding, severity);
        }
    }

    /// <summary>The words that are no severity.</summary>
    public IEnumerable<Finding> Mistakes() => Entries.Where(e => !Words.ContainsKey(e.Word)).Select(e => new Finding(
        CSharpRules.NoSuchSeverity, Site.StartOf(Path), new[] { e.Word, e.Id, NearestWord.Hint(e.Word, Words.Keys) }.ToEquatableArray()));
}
