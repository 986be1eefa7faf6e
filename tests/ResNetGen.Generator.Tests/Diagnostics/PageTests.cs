using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using ResNetGen.Architecture.Diagnostics;
using ResNetGen.Architecture.Locks;
using ResNetGen.Architecture.Tests.Support;
using ResNetGen.Generator.Diagnostics;
using ResNetGen.Generator.Tests.Support;

namespace ResNetGen.Generator.Tests.Diagnostics;

/// <summary>
/// Every rule has its page, its row in the releases, and an example that makes it fire: at the place that the page quotes,
/// over exactly the token that <see cref="Tokens"/> says, however the files are saved.
/// </summary>
public partial class PageTests
{
    // A failure of ResNetGen itself: nothing that a user writes provokes it.
    private const string Unprovoked = "RNG0000";

    /// <summary>What each rule's example underlines.</summary>
    private static readonly Dictionary<string, string> Tokens = new(StringComparer.Ordinal)
    {
        ["RNG0001"] = "-",
        ["RNG0002"] = "",
        ["RNG0003"] = "&first",
        ["RNG0004"] = "",
        ["RNG0005"] = "blok",
        ["RNG0006"] = "block",
        ["RNG0007"] = "yes",
        ["RNG0008"] = "32",
        ["RNG0009"] = "botleneck",
        ["RNG0010"] = "{ width: 128 }",
        ["RNG0011"] = "2fast",
        ["RNG0012"] = "bese.resnet.yaml",
        ["RNG0013"] = "net.resnet.yaml",
        ["RNG0014"] = "[224, 224]",
        ["RNG0015"] = "a32.resnet.yaml",
        ["RNG1001"] = "64",
        ["RNG1002"] = "[3, 16, 16]",
        ["RNG1003"] = "6000",
        ["RNG1004"] = "[3, 16384, 16384]",
        ["RNG1005"] = "32",
        ["RNG1006"] = "63",
        ["RNG1007"] = "20000",
        ["RNG1008"] = "100",
        ["RNG1009"] = "A",
        ["RNG1010"] = "64",
        ["RNG1011"] = "1",
        ["RNG1012"] = "0",
        ["RNG1013"] = "c5",
        ["RNG1014"] = "12",
        ["RNG1015"] = "2",
        ["RNG1016"] = "8",
        ["RNG1017"] = "group",
        ["RNG1018"] = "21",
        ["RNG1019"] = "3",
        ["RNG1020"] = "3",
        ["RNG1021"] = "1",
        ["RNG1022"] = "10",
        ["RNG1023"] = "[3, 32, 32]",
        ["RNG1024"] = "0.1",
        ["RNG1025"] = "parameters: 9,978",
        ["RNG1026"] = "<<<<<<< main",
        ["RNG1027"] = "",
        ["RNG2001"] = "Net",
        ["RNG2002"] = "Net",
        ["RNG2003"] = "Models",
        ["RNG2004"] = "\"resnt50.resnet.yaml\"",
        ["RNG2005"] = "ResNet(Classes = 10)",
        ["RNG2006"] = "Net",
        ["RNG2007"] = "Net",
        ["RNG2008"] = "\"net.resnet.yaml\"",
        ["RNG2009"] = "Net",
        ["RNG2010"] = "Bottleneck",
        ["RNG2011"] = "Net",
        ["RNG2012"] = "Network",
        ["RNG2013"] = "",
    };

    public static TheoryData<string, string, bool, string> Examples
    {
        get
        {
            var data = new TheoryData<string, string, bool, string>();
            foreach (var rule in Rules().Where(r => r.Id != Unprovoked))
            {
                data.Add(rule.Id, "\n", false, "");
                data.Add(rule.Id, "\r\n", false, "");
                data.Add(rule.Id, "\n", true, "");
                data.Add(rule.Id, "\r\n", true, "größe 模型 😀");
            }

            return data;
        }
    }

    [Fact]
    public void Every_rule_has_an_id_of_its_own_a_page_and_a_row()
    {
        var ids = Rules().Select(r => r.Id).ToList();
        Assert.Equal(ids.Distinct().Order(StringComparer.Ordinal), ids.Order(StringComparer.Ordinal));
        foreach (var rule in Rules())
        {
            Assert.StartsWith($"# {rule.Id} {rule.Title}\n", Page.Of(rule.Id).Text, StringComparison.Ordinal);
            Assert.Contains($"\nSeverity: {(rule.Severity == Severity.Error ? "error" : "warning")}.", Page.Of(rule.Id).Text, StringComparison.Ordinal);
        }

        // Nor is there a page or a row for a rule that is no more.
        Assert.Equal(ids.Order(StringComparer.Ordinal), Page.All.Select(p => p.Id));
        Assert.Equal(
            Rules().Select(r => $"{r.Id} | ResNetGen | {r.Severity} | [{r.Title}]({HelpLinks.Of(r.Id)})").Order(StringComparer.Ordinal),
            Releases().Where(l => l.StartsWith("RNG", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Equal(ids.Where(i => i != Unprovoked).Order(StringComparer.Ordinal), Tokens.Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void The_wrong_example_fires_at_its_token(string id, string end, bool hasMark, string comment)
    {
        var page = Page.Of(id);
        var found = Assert.Single(Example(page.Wrong, end, hasMark, comment).Run().Diagnostics, d => d.Id == id);

        // The page's place, a line further down behind a comment; what lies at the start of a file stays there.
        var quoted = Quote().Match(page.Message!);
        var place = found.Location.GetLineSpan();
        var line = place.StartLinePosition.Line + (comment.Length > 0 && found.Location.SourceSpan.Start > 0 ? 0 : 1);
        Assert.Equal(
            (quoted.Groups["path"].Value, quoted.Groups["line"].Value, quoted.Groups["column"].Value),
            (place.Path["/project/".Length..], Number(line), Number(place.StartLinePosition.Character + 1)));
        if (comment.Length == 0)
            Assert.Equal(quoted.Groups["text"].Value, found.GetMessage(CultureInfo.InvariantCulture));

        var project = Example(page.Wrong, end, hasMark, comment);
        var text = project.Specs.FirstOrDefault(s => s.Path == place.Path)?.GetText() ?? project.Compilation.SyntaxTrees.Single(t => t.FilePath == place.Path).GetText();
        Assert.Equal(Tokens.GetValueOrDefault(id), text!.ToString(found.Location.SourceSpan));
        Assert.Equal(place.Span, text.Lines.GetLinePositionSpan(found.Location.SourceSpan));
        Assert.Equal(HelpLinks.Of(id), found.Descriptor.HelpLinkUri);
    }

    [Fact]
    public void The_right_examples_are_right()
    {
        foreach (var id in Tokens.Keys)
            Example(Page.Of(id).Right, "\n", hasMark: false, comment: "").Run().IsClean().Compiles();
    }

    private static IEnumerable<Rule> Rules() => new[] { typeof(Architecture.Diagnostics.Rules), typeof(LockRules), typeof(CSharpRules) }
        .SelectMany(t => t.GetFields(BindingFlags.Public | BindingFlags.Static)).Select(f => (Rule)f.GetValue(null)!);

    private static IEnumerable<string> Releases() => Directory
        .EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "releases")).SelectMany(File.ReadLines);

    private static Project Example(IReadOnlyList<(string Path, string Text)> files, string end, bool hasMark, string comment)
    {
        var settings = string.Concat(files.Where(f => f.Path == "*.csproj").Select(f => f.Text));
        var isOld = settings.Contains("<LangVersion>9<", StringComparison.Ordinal);
        var hasTorch = !settings.Contains("no reference to TorchSharp", StringComparison.Ordinal);
        // A spec alone is compiled for a class.
        var project = Project.Of("[ResNetGen.ResNet(\"net.resnet.yaml\")] partial class Net;", isOld ? LanguageVersion.CSharp9 : LanguageVersion.CSharp12, hasTorch);
        foreach (var (path, text) in files)
        {
            var at = "/project/" + path;
            project = Path.GetExtension(path) switch
            {
                ".cs" => project.WithSource(Saved(text, "// "), at),
                ".yaml" or ".lock" => project.WithSpec(new SpecText(at, Saved(text, "# "))),
                ".editorconfig" => project.WithConfig(text, at),
                _ => project,
            };
        }

        return project;

        SourceText Saved(string text, string mark)
        {
            text = ((comment.Length > 0 ? mark + comment + "\n" : "") + text).ReplaceLineEndings(end);
            byte[] bytes = [.. hasMark ? Encoding.UTF8.Preamble : [], .. Encoding.UTF8.GetBytes(text)];
            return SourceText.From(new MemoryStream(bytes), Encoding.UTF8);
        }
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex("^(?<path>[^(]+)\\((?<line>\\d+),(?<column>\\d+)\\): (error|warning) RNG\\d+: (?<text>.*)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Quote();
}
