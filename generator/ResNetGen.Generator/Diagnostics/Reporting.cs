using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using ResNetGen.Architecture.Diagnostics;
using ResNetGen.Architecture.Text;

namespace ResNetGen.Generator.Diagnostics;

/// <summary>Turns findings, which are plain data, into the compiler's diagnostics at the last moment.</summary>
internal static class Reporting
{
    private static readonly ConcurrentDictionary<Rule, DiagnosticDescriptor> Descriptors = new();

    public static Diagnostic ToDiagnostic(Finding finding) =>
        Diagnostic.Create(Descriptors.GetOrAdd(finding.Rule, Describe), LocationOf(finding.Site), [.. finding.Arguments]);

    public static Site ToSite(Location location)
    {
        var lines = location.GetLineSpan();
        return new Site(
            lines.Path,
            location.SourceSpan.Start,
            location.SourceSpan.Length,
            lines.StartLinePosition.Line,
            lines.StartLinePosition.Character,
            lines.EndLinePosition.Line,
            lines.EndLinePosition.Character);
    }

    private static Location LocationOf(Site site) => Location.Create(
        site.Path,
        new TextSpan(site.Start, site.Length),
        new LinePositionSpan(
            new LinePosition(site.StartLine, site.StartColumn), new LinePosition(site.EndLine, site.EndColumn)));

    private static DiagnosticDescriptor Describe(Rule rule) => new(
        rule.Id,
        rule.Title,
        rule.Message,
        "ResNetGen",
        rule.Severity == Severity.Error ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
        isEnabledByDefault: true);
}
