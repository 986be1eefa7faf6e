using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;

namespace ResNetGen.Testing;

/// <summary>Writes diagnostics as Verify.SourceGenerators does: loose JSON, paths with backslashes, the lines of C# around the place.</summary>
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
        var rule = diagnostic.Descriptor;
        string?[] lines =
        [
            diagnostic.Location == Location.None ? null : "Location: " + Place(diagnostic.Location),
            Member("Message", diagnostic.GetMessage(CultureInfo.InvariantCulture)),
            Member("Severity", diagnostic.Severity.ToString()),
            diagnostic.WarningLevel == 0 ? null : Member("WarningLevel", diagnostic.WarningLevel.ToString(CultureInfo.InvariantCulture)),
        ];
        string?[] described =
        [
            Member("Id", rule.Id),
            Member("Title", rule.Title.ToString(CultureInfo.InvariantCulture)),
            Unless(string.IsNullOrWhiteSpace, "Description", rule.Description.ToString(CultureInfo.InvariantCulture)),
            Unless(string.IsNullOrWhiteSpace, "HelpLink", rule.HelpLinkUri),
            Member("MessageFormat", rule.MessageFormat.ToString(CultureInfo.InvariantCulture)),
            Member("Category", rule.Category),
            Member("DefaultSeverity", rule.DefaultSeverity.ToString()),
            Member("IsEnabledByDefault", rule.IsEnabledByDefault ? "true" : "false"),
            rule.CustomTags.Any() ? "CustomTags: [\n" + Lines(rule.CustomTags, 10) + "\n        ]" : null,
        ];
        return "    {\n" + Lines(lines, 6) + ",\n      Descriptor: {\n" + Lines(described, 8) + "\n      }\n    }";
    }

    private static string? Unless(Func<string, bool> isNothing, string name, string value) => isNothing(value) ? null : Member(name, value);

    // A value of several lines starts on a line of its own; an empty one leaves its space.
    private static string Member(string name, string value)
    {
        value = value.ReplaceLineEndings("\n");
        return name + (value.Contains('\n', StringComparison.Ordinal) ? ":" + (value[0] == '\n' ? "" : "\n") : ": ") + value;
    }

    private static string Place(Location location)
    {
        var at = location.GetMappedLineSpan();
        var place = at.IsValid ? $"{at.Path.Replace('/', '\\')}: {at.Span}" : "";
        return location.SourceTree is null ? place : Excerpt(location, at) + "\n " + place;
    }

    // The lines of the place, marked below, between the line before and the line behind.
    private static string Excerpt(Location location, FileLinePositionSpan at)
    {
        var lines = location.SourceTree!.GetText().Lines;
        var text = new StringBuilder("/*\n");
        var last = Math.Min(at.EndLinePosition.Line + 1, lines.Count - 1);
        for (var i = Math.Max(at.StartLinePosition.Line - 1, 0); i <= last; i++)
        {
            text.Append(lines[i]).Append('\n');
            if (lines[i].Span.Intersection(location.SourceSpan) is { } marked)
                text.Append(' ', marked.Start - lines[i].Start).Append('^', marked.Length).Append('\n');
        }

        return text.Append("*/").ToString();
    }

    private static string Lines(IEnumerable<string?> lines, int indent) =>
        string.Join(",\n", lines.OfType<string>().Select(l => new string(' ', indent) + l));
}
