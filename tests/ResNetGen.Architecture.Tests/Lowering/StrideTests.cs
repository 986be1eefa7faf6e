using ResNetGen.Architecture.Networks;
using ResNetGen.Architecture.Tests.Support;

namespace ResNetGen.Architecture.Tests.Lowering;

/// <summary>Which block strides, which convolution of it, and with which padding.</summary>
public class StrideTests
{
    [Theory]
    [InlineData("basic", "v1", "3x3/2 p1, 3x3 p1")]
    [InlineData("basic", "v1.5", "3x3/2 p1, 3x3 p1")]
    [InlineData("bottleneck", "v1", "1x1/2, 3x3 p1, 1x1")]
    [InlineData("bottleneck", "v1.5", "1x1, 3x3/2 p1, 1x1")]
    [InlineData("preact_basic", "v1", "3x3/2 p1, 3x3 p1")]
    [InlineData("preact_bottleneck", "v1", "1x1/2, 3x3 p1, 1x1")]
    [InlineData("preact_bottleneck", "v1.5", "1x1, 3x3/2 p1, 1x1")]
    public void The_convolution_that_strides(string block, string placement, string windows) => Assert.Equal(
        windows, Windows(Spec.Right($"block: {block}\nstride_placement: {placement}\nstages: [{{ blocks: 1 }}, {{ blocks: 1 }}]").Network.Stages[1].Blocks[0]));

    [Fact]
    public void First_the_first_block_strides_and_its_projection() => Assert.Equal(
        ["1x1, 3x3/2 p1, 1x1 + 0:64>128 1x1/2, 1:128 batch", "1x1, 3x3 p1, 1x1 + identity", "1x1, 3x3 p1, 1x1 + identity"],
        Stage("first", blocks: 3));

    [Fact]
    public void Last_the_last_block_strides_and_its_identity_is_subsampled() => Assert.Equal(
        ["1x1, 3x3 p1, 1x1 + 0:64>128 1x1, 1:128 batch", "1x1, 3x3 p1, 1x1 + identity", "1x1, 3x3/2 p1, 1x1 + subsampled/2"],
        Stage("last", blocks: 3));

    [Fact]
    public void The_only_block_of_a_stage_is_its_last_and_its_projection_strides() =>
        Assert.Equal(["1x1, 3x3/2 p1, 1x1 + 0:64>128 1x1/2, 1:128 batch"], Stage("last", blocks: 1));

    [Fact]
    public void The_only_block_whose_channels_stay_is_subsampled_in_a_stage_that_strides_last()
    {
        const string stages = "stages: [{ blocks: 1 }, { blocks: 1, width: 64, stride: 2 }]";
        Assert.Equal("subsampled/2", Sketch.Aside(Spec.Right("stride_block: last\n" + stages).Network.Stages[1].Blocks[0]));
        Assert.Equal("0:64>64 1x1/2, 1:64 batch", Sketch.Aside(Spec.Right(stages).Network.Stages[1].Blocks[0]));
    }

    [Fact]
    public void A_stage_may_stride_elsewhere_than_its_network() => Assert.Equal(
        ["/2 /1", "/1 /2"],
        Spec.Right("stages: [{ blocks: 2, stride: 2 }, { blocks: 2, stride_block: last }]").Network.Stages
            .Select(s => string.Join(' ', s.Blocks.Select(b => "/" + Sketch.Convolutions(b).First().Shape.Stride))));

    [Fact]
    public void V1_strides_last_in_its_1x1() => Assert.Equal(
        "1x1/2, 3x3 p1, 1x1",
        Windows(Spec.Right("block: bottleneck\nstride_placement: v1\nstride_block: last\nstages: [{ blocks: 2, stride: 2 }]").Network.Stages[0].Blocks[1]));

    /// <summary>The padding of what strides is its own; a 1x1 has none.</summary>
    [Theory]
    [InlineData("block: bottleneck\nstrided_padding: 0\nprojection_kernel: 3", "1x1, 3x3/2, 1x1 + 0:256>512 3x3/2, 1:512 batch")]
    [InlineData("block: bottleneck\nstrided_padding: 2\nprojection_kernel: 3", "1x1, 3x3/2 p2, 1x1 + 0:256>512 3x3/2 p2, 1:512 batch")]
    [InlineData("block: bottleneck\nstrided_padding: 0\nstride_placement: v1", "1x1/2, 3x3 p1, 1x1 + 0:256>512 1x1/2, 1:512 batch")]
    [InlineData("strided_padding: 0\nprojection_kernel: 3", "3x3/2, 3x3 p1 + 0:64>128 3x3/2, 1:128 batch")]
    [InlineData("strided_padding: 0\nprojection_kernel: 3\nprojection_dilation: 1\nshortcut: C", "3x3/2, 3x3 p1 + 0:64>128 3x3/2, 1:128 batch")]
    public void Strided_padding(string said, string expected)
    {
        var stages = Spec.Right(said + "\nstages: [{ blocks: 2 }, { blocks: 2 }]").Network.Stages;
        Assert.Equal(expected, Shown(stages[1].Blocks[0]));
        Assert.All(
            stages[1].Blocks[1].Residual.OfType<Convolution>(), c => Assert.Equal(c.Shape.Kernel == 3 ? 1 : 0, c.Shape.Padding));
    }

    private static IEnumerable<string> Stage(string strideBlock, int blocks) => Spec.Right(
        $"block: bottleneck\nexpansion: 1\nstride_block: {strideBlock}\nstages: [{{ blocks: 1 }}, {{ blocks: {blocks} }}]").Network.Stages[1].Blocks.Select(Shown);

    private static string Shown(Block block) => Windows(block) + " + " + Sketch.Aside(block);

    private static string Windows(Block block) => string.Join(", ", Sketch.Convolutions(block).Select(c => Sketch.Of(c).Split(' ', 2)[1]));
}
