using ResNetGen.Architecture.Networks;
using ResNetGen.Architecture.Tests.Support;

namespace ResNetGen.Architecture.Tests.Lowering;

/// <summary>Strides that become dilations: derived from one number, or switched stage by stage.</summary>
public class OutputStrideTests
{
    private const string Bottlenecks = "block: bottleneck\nstages: [{ blocks: 2 }, { blocks: 2 }, { blocks: 2 }, { blocks: 2 }]\n";

    /// <summary>The stride and the dilation of each stage.</summary>
    [Theory]
    [InlineData("output_stride: 32", "1x1 2x1 2x1 2x1")]
    [InlineData("output_stride: 16", "1x1 2x1 2x1 1x2")]
    [InlineData("output_stride: 8", "1x1 2x1 1x2 1x4")]
    [InlineData("output_stride: 4", "1x1 1x2 1x4 1x8")]
    [InlineData("stem: conv3x3\noutput_stride: 1", "1x1 1x2 1x4 1x8")]
    [InlineData("stem: conv3x3\noutput_stride: 2", "1x1 2x1 1x2 1x4")]
    [InlineData("stem: { pool: none }\noutput_stride: 4", "1x1 2x1 1x2 1x4")]
    [InlineData("stem: { pool: { stride: 1 } }\noutput_stride: 4", "1x1 2x1 1x2 1x4")]
    [InlineData("anti_aliasing: blur\noutput_stride: 16", "1x1 2x1 2x1 1x2")]
    [InlineData("replace_stride_with_dilation: [false, false, false]", "1x1 2x1 2x1 2x1")]
    [InlineData("replace_stride_with_dilation: [false, false, true]", "1x1 2x1 2x1 1x2")]
    [InlineData("replace_stride_with_dilation: [false, true, true]", "1x1 2x1 1x2 1x4")]
    [InlineData("replace_stride_with_dilation: [true, true, true]", "1x1 1x2 1x4 1x8")]
    [InlineData("replace_stride_with_dilation: [false, true, false]", "1x1 2x1 1x2 2x2")]
    [InlineData("replace_stride_with_dilation: [true, false, true]", "1x1 1x2 2x2 1x4")]
    public void Strides_and_dilations(string said, string plan) => Assert.Equal(plan, Plan(said + "\n" + Bottlenecks));

    [Theory]
    [InlineData("output_stride: 12", "1x1 3x1 1x2 1x10")]
    [InlineData("output_stride: 24", "1x1 3x1 2x1 1x5")]
    [InlineData("replace_stride_with_dilation: [true, false, true]", "1x1 1x3 2x3 1x15")]
    public void Other_strides_multiply_too(string said, string plan) => Assert.Equal(plan, Plan(
        said + "\nblock: bottleneck\nstages: [{ blocks: 2 }, { blocks: 2, stride: 3 }, { blocks: 2, stride: 2 }, { blocks: 2, stride: 5 }]\n"));

    [Fact]
    public void A_first_stage_that_strides_is_counted_and_dilated() =>
        Assert.Equal("1x2 1x4", Plan("output_stride: 4\nblock: bottleneck\nstages: [{ blocks: 2, stride: 2 }, { blocks: 2 }]"));

    [Fact]
    public void Both_ways_to_say_it_are_the_same_network() => Assert.Equal(
        Spec.Right("output_stride: 8\n" + Bottlenecks), Spec.Right("replace_stride_with_dilation: [false, true, true]\n" + Bottlenecks));

    [Fact]
    public void It_is_the_network_with_strides_and_dilations_said() => Assert.Equal(
        Spec.Right("block: bottleneck\nstages: [{ blocks: 2 }, { blocks: 2 }, { blocks: 2, stride: 1, dilation: 2 }, { blocks: 2, stride: 1, dilation: 4 }]"),
        Spec.Right("output_stride: 8\n" + Bottlenecks));

    [Theory]
    [InlineData("previous", "1 2 | 2 4")]
    [InlineData("same", "2 2 | 4 4")]
    public void The_rule_of_the_first_block_holds_for_derived_dilations(string rule, string dilations)
    {
        var stages = Spec.Right($"first_dilation: {rule}\noutput_stride: 8\n" + Bottlenecks).Network.Stages;
        Assert.Equal(dilations, string.Join(" | ", stages.Skip(2).Select(s => string.Join(' ', s.Blocks.Select(b => Middle(b).Dilation)))));
    }

    [Fact]
    public void A_projection_stays_where_a_stride_went() => Assert.Equal(
        "0:512>1024 1x1, 1:1024 batch", Sketch.Aside(Spec.Right("output_stride: 8\n" + Bottlenecks).Network.Stages[2].Blocks[0]));

    private static string Plan(string text) => string.Join(
        ' ', Spec.Right(text).Network.Stages.Select(s => $"{Middle(s.Blocks[0]).Stride}x{Middle(s.Blocks[1]).Dilation}"));

    private static Window Middle(Block block)
    {
        // Where a blur strides in its place, the 3x3 itself does not.
        var window = Sketch.Convolutions(block).ElementAt(1).Shape;
        return block.Residual.OfType<BlurPool>().SingleOrDefault() is { } blur ? window with { Stride = blur.Stride } : window;
    }
}
