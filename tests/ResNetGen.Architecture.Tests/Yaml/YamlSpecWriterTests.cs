using System.Text.RegularExpressions;
using ResNetGen.Architecture.Diagnostics;
using ResNetGen.Architecture.Text;
using ResNetGen.Architecture.Values;
using ResNetGen.Architecture.Yaml;

namespace ResNetGen.Architecture.Tests.Yaml;

/// <summary>What the writer writes is what a person would have written, and reads as the same values.</summary>
public class YamlSpecWriterTests
{
    private static readonly Site Nowhere = Site.StartOf("a.resnet.yaml");

    public static TheoryData<string> Zoo =>
    [
        .. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "specs"), "*.resnet.yaml", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(AppContext.BaseDirectory, f)).Order(StringComparer.Ordinal),
    ];

    [Theory, MemberData(nameof(Zoo))]
    public void Each_key_of_a_published_spec_is_written_as_it_stands(string file)
    {
        var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, file));
        var said = string.Join('\n', text.Split('\n').Where(line => !line.StartsWith('#')));
        Assert.Equal(Keys(said).Order(StringComparer.Ordinal), Keys(YamlSpecWriter.Write(Read(text))).Order(StringComparer.Ordinal));
    }

    // Each key of the spec with its lines: a few specs have their keys in an order of their own.
    private static string[] Keys(string text) => Regex.Split(text, "(?<=\n)(?=[a-z])", RegexOptions.None, TimeSpan.FromSeconds(10));

    [Theory]
    [InlineData("classes: 7\nhead: { kind: none }\n", "head: none\nclasses: 7\n")]
    [InlineData("stem: { pool: { kind: max }, preset: deep }\n", "stem: { preset: deep, pool: max }\n")]
    [InlineData("norm: { eps: 1E-05, kind: group }\n", "norm: { kind: group, eps: 1e-5 }\n")]
    [InlineData("stages: []\nhead: {}\n", "stages: []\nhead: {}\n")]
    public void Keys_stand_in_the_languages_order_and_words_are_short(string before, string after) =>
        Assert.Equal(after, YamlSpecWriter.Write(Read(before)));

    [Fact]
    public void Long_items_and_mappings_are_broken()
    {
        var rates = "[" + string.Join(", ", Enumerable.Repeat("1", 40)) + "]";
        Assert.Equal(
            $"stages:\r\n  - blocks: 40\r\n    multi_grid: {rates}\r\n    norm: {{ kind: group, groups: 8 }}\r\n  - {{ blocks: 1, norm: batch }}\r\n",
            YamlSpecWriter.Write(Read($"stages: [{{ norm: {{ kind: group, groups: 8 }}, blocks: 40, multi_grid: {rates} }}, {{ blocks: 1, norm: {{ kind: batch }} }}]"), "\r\n"));
    }

    [Theory]
    [InlineData("a b")]
    [InlineData("null")]
    [InlineData("True")]
    [InlineData("~")]
    [InlineData("3")]
    [InlineData("1e5")]
    [InlineData(".inf")]
    [InlineData("")]
    [InlineData("a: b # c")]
    [InlineData("- x")]
    [InlineData("../größe/模型 😀.resnet.yaml")]
    [InlineData("C:/a/b.resnet.yaml")]
    [InlineData("\"quoted\" \\ 'and' \t\r\n\u0085\u2028\u0007")]
    [InlineData("{[,]}&*!|>%@`")]
    public void Every_text_reads_as_itself(string text)
    {
        var name = new SpecScalar("name", IsQuoted: false, Nowhere);
        var scalar = new SpecScalar(text, IsQuoted: true, Nowhere);
        var list = new SpecList(new SpecValue[] { scalar, scalar }.ToEquatableArray(), Nowhere);
        foreach (var value in new SpecValue[] { scalar, list })
        {
            var read = Read(YamlSpecWriter.Write(new SpecMapping(new[] { new SpecEntry(name, value) }.ToEquatableArray(), Nowhere))).Find("name");
            var scalars = read is SpecList items ? [.. items.Items] : new[] { read! };
            Assert.All(scalars, item =>
            {
                Assert.Equal(text, ((SpecScalar)item).Text);
                Assert.False(((SpecScalar)item).IsEmpty);
            });
        }
    }

    private static SpecMapping Read(string text)
    {
        var findings = new Findings();
        var read = YamlSpecReader.Read("a.resnet.yaml", text, findings);
        Assert.Empty(findings.ToArray());
        return read!;
    }
}
