using System.Reflection;
using System.Text.RegularExpressions;
using ResNetGen.Architecture.Diagnostics;
using ResNetGen.Architecture.Tests.Support;

namespace ResNetGen.Architecture.Tests.Diagnostics;

/// <summary>Every rule has its page, and what the page shows as wrong and right is wrong and right.</summary>
public partial class PageTests
{
    // One is a failure of ResNetGen itself, the other's example stands for 33 files.
    private static readonly string[] WithoutExample = ["RNG0000", "RNG0015"];

    public static TheoryData<string> Examples => [.. Ids().Except(WithoutExample)];

    [Fact]
    public void Every_rule_has_a_page_that_says_its_title_and_severity()
    {
        foreach (var rule in AllRules())
        {
            var page = Page(rule.Id);
            Assert.StartsWith($"# {rule.Id} {rule.Title}\n", page, StringComparison.Ordinal);
            Assert.Contains($"\nSeverity: {(rule.Severity == Severity.Error ? "error" : "warning")}.", page, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void The_examples_are_wrong_and_right(string id)
    {
        var page = Page(id);
        var at = page.IndexOf("\n## Right\n", StringComparison.Ordinal);
        var (wrong, right) = (Blocks(page[..at]), Blocks(page[at..]));

        var (text, others) = Files(wrong);
        var message = Assert.Single(wrong, b => b.Language.Length == 0).Text.TrimEnd('\n');
        Assert.Equal(message, Assert.Single(Spec.Compile(text, others).Findings).ToString());

        (text, others) = Files(right);
        Assert.NotNull(Spec.Right(text, others));
    }

    private static IEnumerable<Rule> AllRules() =>
        typeof(Rules).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (Rule)f.GetValue(null)!);

    private static IEnumerable<string> Ids() => AllRules().Select(r => r.Id);

    private static string Page(string id) =>
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "pages", id + ".md")).ReplaceLineEndings("\n");

    private static List<(string Language, string Text)> Blocks(string part) =>
        [.. Fence().Matches(part).Select(m => (m.Groups["language"].Value, m.Groups["text"].Value))];

    // The first is the spec; the others begin with their path as a comment.
    private static (string Text, (string Path, string Text)[] Others) Files(List<(string Language, string Text)> blocks)
    {
        var specs = blocks.Where(b => b.Language == "yaml").Select(b => b.Text).ToList();
        return (specs[0], [.. specs.Skip(1).Select(t => (t[2..t.IndexOf('\n', StringComparison.Ordinal)], t))]);
    }

    [GeneratedRegex("^```(?<language>\\w*)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Fence();
}
