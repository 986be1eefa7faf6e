using ResNetGen.Architecture.Tests.Support;

namespace ResNetGen.Architecture.Tests.Lowering;

/// <summary>Every word of <c>shortcut</c>, over a stage that keeps shape, one that strides, one that widens, one that does both.</summary>
public class ShortcutTests
{
    private const string Stages = """

        stages:
          - { blocks: 2 }
          - { blocks: 2, width: 64, stride: 2 }
          - { blocks: 2, width: 70, stride: 1 }
          - { blocks: 2, width: 75, stride: 3 }
        """;

    [Theory]
    [InlineData("none", "none none | none none | none none | none none")]
    [InlineData("A", "identity identity | subsampled/2 identity | padded/1 0+6 identity | padded/3 0+5 identity")]
    [InlineData("A_split", "identity identity | subsampled/2 identity | padded/1 3+3 identity | padded/3 2+3 identity")]
    [InlineData("B", "identity identity | 64>64/2 identity | 64>70 identity | 70>75/3 identity")]
    [InlineData("B_first", "64>64 identity | 64>64/2 identity | 64>70 identity | 70>75/3 identity")]
    [InlineData("B_dilation", "identity identity | 64>64/2 identity | 64>70 identity | 70>75/3 identity")]
    [InlineData("B_pool", "identity identity | subsampled/2 identity | 64>70 identity | 70>75/3 identity")]
    [InlineData("C", "64>64 64>64 | 64>64/2 64>64 | 64>70 70>70 | 70>75/3 75>75")]
    public void Where_the_first_block_strides(string word, string shortcuts) =>
        Assert.Equal(shortcuts, Shortcuts($"shortcut: {word}{Stages}"));

    [Theory]
    [InlineData("none", "none none | none none | none none | none none")]
    [InlineData("A", "identity identity | identity subsampled/2 | padded/1 0+6 identity | padded/1 0+5 subsampled/3")]
    [InlineData("B", "identity identity | identity subsampled/2 | 64>70 identity | 70>75 subsampled/3")]
    [InlineData("B_first", "64>64 identity | 64>64 subsampled/2 | 64>70 identity | 70>75 subsampled/3")]
    [InlineData("B_dilation", "identity identity | identity subsampled/2 | 64>70 identity | 70>75 subsampled/3")]
    [InlineData("B_pool", "identity identity | identity subsampled/2 | 64>70 identity | 70>75 subsampled/3")]
    [InlineData("C", "64>64 64>64 | 64>64 64>64/2 | 64>70 70>70 | 70>75 75>75/3")]
    public void Where_the_last_block_strides(string word, string shortcuts) =>
        Assert.Equal(shortcuts, Shortcuts($"stride_block: last\nshortcut: {word}{Stages}"));

    [Theory]
    [InlineData("B", "previous", "identity identity | identity identity")]
    [InlineData("B_dilation", "previous", "identity identity | 64>64 identity")]
    [InlineData("B_dilation", "half", "identity identity | 64>64 identity")]
    [InlineData("B_dilation", "same", "identity identity | identity identity")]
    public void B_dilation_projects_where_a_blocks_dilation_is_not_its_stages(string word, string rule, string shortcuts) => Assert.Equal(
        shortcuts,
        Shortcuts($"shortcut: {word}\nfirst_dilation: {rule}\nstages: [{{ blocks: 2 }}, {{ blocks: 2, width: 64, stride: 1, dilation: 3 }}]"));

    [Fact]
    public void B_dilation_sees_the_rates_of_a_multi_grid() => Assert.Equal(
        "identity | 64>64 identity 64>64",
        Shortcuts("shortcut: B_dilation\nstages: [{ blocks: 1 }, { blocks: 3, width: 64, stride: 1, dilation: 2, multi_grid: [1, 2, 4] }]"));

    [Fact]
    public void A_projection_has_a_norm_and_a_shortcut_of_zeros_nothing()
    {
        Assert.Equal("0:64>128 1x1/2, 1:128 batch", Aside("shortcut: B"));
        Assert.Equal("0:64>128 1x1/2 bias, 1:128 batch", Aside("shortcut: B\nconv_bias: true"));
        Assert.Equal("0:64>128 1x1/2", Aside("shortcut: B\nnorm: none"));
        Assert.DoesNotContain(
            Spec.Right("shortcut: A\nstages: [{ blocks: 1 }, { blocks: 1 }]").Analysis.State, e => e.Key.Contains("downsample", StringComparison.Ordinal));
    }

    [Fact]
    public void A_pre_activated_projection_has_no_norm() => Assert.Equal("0:64>128 1x1/2", Aside("block: preact_basic"));

    [Fact]
    public void A_stage_may_have_a_shortcut_of_its_own() => Assert.Equal(
        "identity | none | padded/2 0+128",
        Shortcuts("shortcut: A\nstages: [{ blocks: 1 }, { blocks: 1, shortcut: none }, { blocks: 1 }]"));

    private static string Aside(string said) => Sketch.Aside(Spec.Right(said + "\nstages: [{ blocks: 1 }, { blocks: 1 }]").Network.Stages[1].Blocks[0]);

    // A projection by its channels and stride: 64>70/2.
    private static string Shortcuts(string text) => string.Join(" | ", Spec.Right(text).Network.Stages.Select(s => string.Join(' ', Sketch.Asides(s).Select(
        aside => aside.StartsWith("0:", StringComparison.Ordinal) ? aside.Split(',')[0][2..].Replace(" 1x1", "") : aside))));
}
