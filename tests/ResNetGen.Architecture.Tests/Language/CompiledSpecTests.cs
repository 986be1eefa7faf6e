using ResNetGen.Architecture.Diagnostics;
using ResNetGen.Architecture.Specs;
using ResNetGen.Architecture.Tests.Support;

namespace ResNetGen.Architecture.Tests.Language;

public class CompiledSpecTests
{
    private const string Text = "name: Net\nblock: bottleneck\nstages:\n  - { blocks: 2, width: 8 }\n  - { blocks: 3, width: 16, stride: 2 }\n";

    [Fact]
    public void The_same_text_gives_equal_networks()
    {
        var (one, other) = (Spec.Right(Text), Spec.Right(Text));
        Assert.NotSame(one, other);
        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
    }

    [Fact]
    public void A_comment_changes_nothing() => Assert.Equal(Spec.Right(Text), Spec.Right("# why\n\n" + Text.Replace("bottleneck", "bottleneck # deep")));

    [Theory]
    [InlineData("blocks: 3", "blocks: 4")]
    [InlineData("width: 16", "width: 24")]
    [InlineData("stride: 2", "stride: 1")]
    [InlineData("name: Net", "name: Ned")]
    [InlineData("stages:", "head: { classes: 10 }\nstages:")]
    [InlineData("stages:", "input: [3, 224, 225]\nstages:")]
    [InlineData("stages:", "stride_placement: v1\nstages:")]
    [InlineData("stages:", "groups: 2\nstages:")]
    [InlineData("stages:", "stem: conv3x3\nstages:")]
    public void One_other_value_gives_another_network(string from, string to) =>
        Assert.NotEqual(Spec.Right(Text), Spec.Right(Text.Replace(from, to)));

    [Fact]
    public void Cancellation_is_never_swallowed()
    {
        var cancelled = new CancellationToken(canceled: true);
        Assert.Throws<OperationCanceledException>(() => SpecDocument.Parse(Spec.Path, Text, cancelled));

        var values = SpecDocument.Parse(Spec.Path, Text, TestContext.Current.CancellationToken).Values!;
        Assert.Throws<OperationCanceledException>(() => CompiledSpec.Compile(values, "net", new Findings(), cancelled));
    }

    [Fact]
    public void A_deep_network_shares_its_equal_blocks()
    {
        var blocks = Spec.Right("stages: [{ blocks: 1000 }]").Network.Stages[0].Blocks;
        Assert.All(blocks.Skip(2), b => Assert.Same(blocks[1], b));
    }
}
