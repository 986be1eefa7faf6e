using System.Globalization;
using ResNetGen.Architecture.Text;

namespace ResNetGen.Architecture.Diagnostics;

/// <summary>A mistake at its place.</summary>
/// <param name="Rule">The kind of mistake.</param>
/// <param name="Site">The token that causes it.</param>
/// <param name="Arguments">What fills the rule's message.</param>
public sealed record Finding(Rule Rule, Site Site, EquatableArray<string> Arguments)
{
    /// <summary>The text for a person.</summary>
    public string Message => string.Format(CultureInfo.InvariantCulture, Rule.Message, [.. Arguments]);

    /// <summary>Prints <c>file(line,col): error RNG0001: text</c>, the form that editors and CI pick up.</summary>
    public override string ToString() => string.Format(
        CultureInfo.InvariantCulture,
        "{0}({1},{2}): {3} {4}: {5}",
        Site.Path,
        Site.StartLine + 1,
        Site.StartColumn + 1,
        Rule.Severity == Severity.Error ? "error" : "warning",
        Rule.Id,
        Message);
}
