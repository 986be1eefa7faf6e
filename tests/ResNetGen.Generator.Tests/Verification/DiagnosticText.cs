using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;

namespace ResNetGen.Generator.Tests.Verification;

/// <summary>Writes diagnostics as Verify.SourceGenerators does: loose JSON, paths with backslashes.</summary>
internal static class DiagnosticText
{
    public static string Write(IEnumerable<Diagnostic> diagnostics)
    {
        var text = new StringBuilder("{\n  Diagnostics: [\n");
        text.AppendJoin(",\n", diagnostics.Select(One));
        return text.Append("\n  ]\n}").ToString();
    }

    private static string One(Diagnostic diagnostic)
    {
        var (at, rule) = (diagnostic.Location.GetMappedLineSpan(), diagnostic.Descriptor);
        string?[] lines =
        [
            $"Location: {at.Path.Replace('/', '\\')}: {at.Span}",
            $"Message: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}",
            $"Severity: {diagnostic.Severity}",
            diagnostic.WarningLevel == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"WarningLevel: {diagnostic.WarningLevel}"),
        ];
        string?[] described =
        [
            $"Id: {rule.Id}",
            $"Title: {rule.Title.ToString(CultureInfo.InvariantCulture)}",
            rule.HelpLinkUri.Length == 0 ? null : $"HelpLink: {rule.HelpLinkUri}",
            $"MessageFormat: {rule.MessageFormat.ToString(CultureInfo.InvariantCulture)}",
            $"Category: {rule.Category}",
            $"DefaultSeverity: {rule.DefaultSeverity}",
            $"IsEnabledByDefault: {(rule.IsEnabledByDefault ? "true" : "false")}",
        ];
        return "    {\n" + Lines(lines, 6) + ",\n      Descriptor: {\n" + Lines(described, 8) + "\n      }\n    }";
    }

    private static string Lines(IEnumerable<string?> lines, int indent) =>
        string.Join(",\n", lines.OfType<string>().Select(l => new string(' ', indent) + l));
}
