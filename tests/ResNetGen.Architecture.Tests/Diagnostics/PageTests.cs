using System.Reflection;
using ResNetGen.Architecture.Diagnostics;
using ResNetGen.Architecture.Tests.Support;

namespace ResNetGen.Architecture.Tests.Diagnostics;

/// <summary>Every rule has its page, and what the page shows as wrong and right is wrong and right.</summary>
public class PageTests
{
    // A failure of ResNetGen itself.
    private const string WithoutExample = "RNG0000";

    public static TheoryData<string> Examples => [.. Ids().Where(i => i != WithoutExample)];

    [Fact]
    public void Every_rule_has_a_page_that_says_its_title_and_severity()
    {
        foreach (var rule in AllRules())
        {
            var page = Page.Of(rule.Id).Text;
            Assert.StartsWith($"# {rule.Id} {rule.Title}\n", page, StringComparison.Ordinal);
            Assert.Contains($"\nSeverity: {(rule.Severity == Severity.Error ? "error" : "warning")}.", page, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void The_examples_are_wrong_and_right(string id)
    {
        var page = Page.Of(id);
        var (text, others) = Files(page.Wrong);
        Assert.Equal(page.Message, Assert.Single(Spec.Compile(text, others).Findings).ToString());

        (text, others) = Files(page.Right);
        Assert.NotNull(Spec.Right(text, others));
    }

    private static IEnumerable<Rule> AllRules() =>
        typeof(Rules).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (Rule)f.GetValue(null)!);

    private static IEnumerable<string> Ids() => AllRules().Select(r => r.Id);

    private static (string Text, (string Path, string Text)[] Others) Files(IEnumerable<(string Path, string Text)> files)
    {
        var specs = Page.Specs(files).ToList();
        return (specs[0].Text, [.. specs.Skip(1)]);
    }
}
