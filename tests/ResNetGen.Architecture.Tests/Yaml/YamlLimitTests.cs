using System.Diagnostics;
using ResNetGen.Architecture.Diagnostics;
using ResNetGen.Architecture.Tests.Support;
using ResNetGen.Architecture.Yaml;

namespace ResNetGen.Architecture.Tests.Yaml;

/// <summary>Texts that no network needs are refused by one finding, quickly, on a small stack.</summary>
public class YamlLimitTests
{
    private const int SmallStack = 256 * 1024;

    public static TheoryData<string, string> Attacks => new()
    {
        { "100,000 open brackets", new string('[', 100_000) },
        { "100,000 open braces", new string('{', 100_000) },
        { "2,000 nested brackets", new string('[', 2000) + new string(']', 2000) },
        { "17 nested brackets", new string('[', 17) + new string(']', 17) },
        { "60,000 pairs of brackets", string.Concat(Enumerable.Repeat("[]", 60_000)) },
        { "nested block lists", string.Concat(Enumerable.Repeat("- ", 100_000)) + "1" },
        { "nested block keys", string.Concat(Enumerable.Repeat("? ", 100_000)) + "1" },
        { "10 MB", new string('a', 10 * 1024 * 1024) },
        { "one character too many", new string('#', YamlLimits.Characters + 1) },
        { "60,000 values", "a:\n" + string.Concat(Enumerable.Repeat("- 1\n", 60_000)) },
        { "60,000 documents", string.Concat(Enumerable.Repeat("---\n", 60_000)) },
        { "50,000 anchors", string.Concat(Enumerable.Repeat("&a ", 50_000)) },
        { "a billion laughs", "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n" },
        { "a long tag", "!<%" + new string('4', 200_000) },
        { "200,000 quotes", new string('"', 200_000) },
        { "200,000 colons", new string(':', 200_000) },
        { "a long word", new string('-', 200_000) },
        { "NUL at the end", "stages: [{ blocks: 1 }]\n\0" },
        { "no UTF-8", "stages: [{ blocks: 1 }]\n\uFFFD" },
        { "an impossible character", "name: \"\\U99999999\"" },
        { "half a surrogate", "name: \"\\ud800\"" },
        { "a bracket closed by nobody", "stages: [1\nblock: ]\n" },
    };

    [Theory]
    [MemberData(nameof(Attacks))]
    public void One_finding_soon(string what, string text)
    {
        var findings = new Findings();
        var watch = Stopwatch.StartNew();
        var thread = new Thread(() => YamlSpecReader.Read(Spec.Path, text, findings), SmallStack);
        thread.Start();
        Assert.True(thread.Join(TimeSpan.FromSeconds(20)), what);

        var finding = Assert.Single(findings.ToArray());
        string[] refusals = ["RNG0001", "RNG0003", "RNG0004", "RNG0007"];
        Assert.Contains(finding.Rule.Id, refusals);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"{what}: {watch.Elapsed}");
    }

    [Fact]
    public void A_text_at_the_limits_is_read()
    {
        var deepest = "a: " + new string('[', YamlLimits.Depth - 2) + "1" + new string(']', YamlLimits.Depth - 2);
        var findings = new Findings();
        Assert.NotNull(YamlSpecReader.Read(Spec.Path, deepest, findings));
        Assert.NotNull(YamlSpecReader.Read(Spec.Path, "a: 1\n#" + new string('x', YamlLimits.Characters - 6), findings));
        Assert.NotNull(YamlSpecReader.Read(Spec.Path, "a: [" + string.Join(',', Enumerable.Repeat("1", YamlLimits.Values - 3)) + "]", findings));
        Assert.False(findings.HasErrors);
    }

    [Fact]
    public void Thousands_of_mistakes_take_no_longer_than_their_number()
    {
        var text = string.Concat(Enumerable.Range(0, 9_000).Select(i => $"k{i}: 1\n")) + "stages: [{ blocks: 1 }]\n";
        var watch = Stopwatch.StartNew();
        Assert.Equal(9_000, Spec.Compile(text).Findings.Count);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), watch.Elapsed.ToString());
    }

    [Fact]
    public void Ten_thousand_blocks_are_compiled_and_one_more_is_refused()
    {
        Assert.Equal(20_002, Spec.Right("stages: [{ blocks: 10000 }]").Analysis.Depth);
        Assert.Equal("RNG0008", Spec.Wrong("stages: [{ blocks: 10001 }]").Rule.Id);
        Assert.Equal("RNG1003", Spec.Wrong("stages: [{ blocks: 9999 }, { blocks: 2 }]").Rule.Id);
    }

    [Fact]
    public void Brackets_in_comments_and_texts_do_not_count_as_depth_of_values()
    {
        Assert.NotNull(Spec.Right("# [[[[[[[[[[[[[[[[[[[[\nstages: [{ blocks: 1 }]\n"));
    }
}
