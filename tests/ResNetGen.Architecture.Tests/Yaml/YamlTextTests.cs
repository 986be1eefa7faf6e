using System.Text;
using ResNetGen.Architecture.Tests.Support;

namespace ResNetGen.Architecture.Tests.Yaml;

public class YamlTextTests
{
    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Line_ends_change_nothing(string end)
    {
        const string text = "# größe 😀\nblock: bottleneck\nstages:\n  - blocks: 2\n    width: 8\n";
        Assert.Equal(Spec.Right(text), Spec.Right(text.Replace("\n", end)));
    }

    [Fact]
    public void A_byte_order_mark_changes_nothing()
    {
        const string marked = "name: «1a»\nstages: [{ blocks: 1 }]\n";
        byte[] bytes = [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Marked.Parse(marked).Text)];
        using var reader = new StreamReader(new MemoryStream(bytes));
        Assert.Equal(Marked.Parse(marked).Site, Spec.Wrong(reader.ReadToEnd()).Site);
    }

    [Theory]
    [InlineData("{ block: bottleneck, stages: [{ blocks: 2, width: 8 }] }")]
    [InlineData("---\n\"block\": 'bottleneck'\nstages:\n- blocks: 2\n  width: 8\n...\n")]
    [InlineData("%YAML 1.2\n---\nstages: [ { width: 8 , blocks: 2 } , ]\nblock: \"bottleneck\" # a comment\n")]
    [InlineData("? block\n: bottleneck\nstages:\n  -\n    blocks: +2\n    width: 08\n")]
    public void The_same_network_in_other_words(string text) =>
        Assert.Equal(Spec.Right("block: bottleneck\nstages:\n  - { blocks: 2, width: 8 }\n"), Spec.Right(text));

    [Fact]
    public void A_place_never_ends_before_it_starts()
    {
        // Of this tag's empty value the parser says that it ends a line above its start.
        var site = Spec.Wrong(": !\n:").Site;
        Assert.True((site.StartLine, site.StartColumn).CompareTo((site.EndLine, site.EndColumn)) <= 0);
    }
}
