#pragma warning disable RS2008 // rules of a test are never released

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace ResNetGen.Generator.Tests.Verification;

/// <summary>Diagnostics are written as Verify.SourceGenerators writes them: see docs/testing.md.</summary>
public class DiagnosticTextTests
{
    private static readonly DiagnosticDescriptor Plain = new("X1", "A title", "found {0}", "Kind", DiagnosticSeverity.Error, isEnabledByDefault: true);

    private static readonly SyntaxTree Tree = CSharpSyntaxTree.ParseText(
        "class A\n{\n    int one;\n    int two;\n}\n", path: "folder/A.cs", cancellationToken: TestContext.Current.CancellationToken);

    [Fact]
    public void A_place_in_a_source_comes_with_its_lines_and_a_space_before_the_path()
    {
        var start = Tree.GetText(TestContext.Current.CancellationToken).Lines[2].Start + 4;

        var text = DiagnosticText.Write([Diagnostic.Create(Plain, Location.Create(Tree, new TextSpan(start, "int one;\n    int".Length)), "this")]);

        Assert.Equal(
            """
            {
              Diagnostics: [
                {
                  Location: /*
            {
                int one;
                ^^^^^^^^
                int two;
            ^^^^^^^
            }
            */
             folder\A.cs: (2,4)-(3,7),
                  Message: found this,
                  Severity: Error,
                  Descriptor: {
                    Id: X1,
                    Title: A title,
                    MessageFormat: found {0},
                    Category: Kind,
                    DefaultSeverity: Error,
                    IsEnabledByDefault: true
                  }
                }
              ]
            }
            """.ReplaceLineEndings("\n"),
            text);
    }

    [Fact]
    public void A_place_in_the_first_or_last_line_has_the_lines_that_there_are()
    {
        Assert.Contains("Location: /*\nclass A\n^^^^^\n{\n*/\n folder\\A.cs: (0,0)-(0,5),\n", Of(Location.Create(Tree, new TextSpan(0, 5))), StringComparison.Ordinal);
        var last = Tree.Length - 2;
        Assert.Contains("Location: /*\n    int two;\n}\n^\n\n*/\n folder\\A.cs: (4,0)-(4,1),\n", Of(Location.Create(Tree, new TextSpan(last, 1))), StringComparison.Ordinal);
    }

    [Fact]
    public void No_place_is_left_out()
    {
        Assert.StartsWith("{\n  Diagnostics: [\n    {\n      Message: found ,\n", Of(Location.None), StringComparison.Ordinal);
    }

    [Fact]
    public void Warnings_have_their_level_and_rules_what_they_say_of_themselves()
    {
        var rule = new DiagnosticDescriptor(
            "X2", "A title", "two\nlines", "Kind", DiagnosticSeverity.Warning, isEnabledByDefault: false, "More of it.", "https://example.org/X2", "One", "Two");

        var text = DiagnosticText.Write([Diagnostic.Create(rule, Location.None), Diagnostic.Create(rule, Location.None)]);

        var one = """
                {
                  Message:
            two
            lines,
                  Severity: Warning,
                  WarningLevel: 1,
                  Descriptor: {
                    Id: X2,
                    Title: A title,
                    Description: More of it.,
                    HelpLink: https://example.org/X2,
                    MessageFormat:
            two
            lines,
                    Category: Kind,
                    DefaultSeverity: Warning,
                    IsEnabledByDefault: false,
                    CustomTags: [
                      One,
                      Two
                    ]
                  }
                }
            """.ReplaceLineEndings("\n");
        Assert.Equal($"{{\n  Diagnostics: [\n{one},\n{one}\n  ]\n}}", text);
    }

    private static string Of(Location location) => DiagnosticText.Write([Diagnostic.Create(Plain, location, "")]);
}
