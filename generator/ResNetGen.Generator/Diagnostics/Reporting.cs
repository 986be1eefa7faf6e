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

    /// <summary>The diagnostic of a finding outside of C#.</summary>
    public static Diagnostic ToDiagnostic(Finding finding) => ToDiagnostic(finding, severity: null, LocationOf(finding.Site));

    /// <summary>The diagnostic of a finding in a spec.</summary>
    public static Diagnostic ToDiagnostic(Report report) => ToDiagnostic(report.Finding, report.Severity, LocationOf(report.Finding.Site));

    /// <summary>The diagnostic of a finding in C#: in its tree, pragmas and the tree's own settings reach it.</summary>
    public static Diagnostic ToDiagnostic(TreeFinding found)
    {
        var site = found.Finding.Site;
        var location = found.Tree is { } tree && site.Start + site.Length <= tree.Length
            ? Location.Create(tree, new TextSpan(site.Start, site.Length))
            : LocationOf(site);
        return ToDiagnostic(found.Finding, severity: null, location);
    }

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

    private static Diagnostic ToDiagnostic(Finding finding, DiagnosticSeverity? severity, Location location)
    {
        var descriptor = Descriptors.GetOrAdd(finding.Rule, Describe);
        return Diagnostic.Create(
            descriptor, location, severity ?? descriptor.DefaultSeverity, additionalLocations: null, properties: null, [.. finding.Arguments]);
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
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.Of(rule.Id));
}
