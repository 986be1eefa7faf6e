using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CodeActions;
using ResNetGen.Architecture.Tests.Support;
using ResNetGen.CodeFixes.Refactorings;

namespace ResNetGen.CodeFixes.Tests.Support;

/// <summary>Turns the attribute of <c>/project/Net.cs</c> into a spec file, and back.</summary>
internal static class Turning
{
    /// <summary>What would move the attribute into a file, or null.</summary>
    public static CodeAction? ToSpec(this UserProject project) =>
        project.Refactorings(new AttributeToSpec(), At(project)).SingleOrDefault();

    /// <summary>What would say the file in the attribute, or null.</summary>
    public static CodeAction? ToAttribute(this UserProject project) =>
        project.Refactorings(new SpecToAttributeArguments(), At(project)).SingleOrDefault();

    /// <summary>Applies an action that must be offered; generated code and warnings stay as they were.</summary>
    public static UserProject Turn(this UserProject project, CodeAction? action)
    {
        Assert.NotNull(action);
        var result = project.Apply(action).Compiles();
        Assert.Equal(Sources(project), Sources(result));
        Assert.Equal(project.Findings.Select(d => d.Id).Order(StringComparer.Ordinal), result.Findings.Select(d => d.Id).Order(StringComparer.Ordinal));
        return result;
    }

    // A spec that has errors gives a shell, which quotes nothing.
    private static Dictionary<string, string> Sources(UserProject project) => project.Sources.ToDictionary(
        s => s.Key, s => s.Value.Contains("const string Spec", StringComparison.Ordinal) ? GeneratedText.WithoutSpec(s.Value) : s.Value, StringComparer.Ordinal);

    private static int At(UserProject project) =>
        Regex.Match(project.Files["/project/Net.cs"], @"ResNet *\(", RegexOptions.None, TimeSpan.FromSeconds(10)).Index;
}
