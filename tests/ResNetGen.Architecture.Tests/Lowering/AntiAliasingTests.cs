using ResNetGen.Architecture.Tests.Support;

namespace ResNetGen.Architecture.Tests.Lowering;

/// <summary>What strides in the place of a convolution, and where it stands.</summary>
public class AntiAliasingTests
{
    [Theory]
    [InlineData("basic", "conv1:64>128 3x3 p1, bn1:128 batch, relu, aa:blur /2, conv2:128>128 3x3 p1, bn2:128 batch, relu")]
    [InlineData("bottleneck", "conv1:256>128 1x1, bn1:128 batch, relu, conv2:128>128 3x3 p1, bn2:128 batch, relu, aa:blur /2, conv3:128>512 1x1, bn3:512 batch, relu")]
    [InlineData("bottleneck\nstride_placement: v1", "conv1:256>128 1x1, bn1:128 batch, relu, aa:blur /2, conv2:128>128 3x3 p1, bn2:128 batch, relu, conv3:128>512 1x1, bn3:512 batch, relu")]
    [InlineData("preact_basic", "bn1:64 batch, relu, conv1:64>128 3x3 p1, bn2:128 batch, relu, aa:blur /2, conv2:128>128 3x3 p1")]
    [InlineData("preact_bottleneck", "bn1:256 batch, relu, conv1:256>128 1x1, bn2:128 batch, relu, conv2:128>128 3x3 p1, bn3:128 batch, relu, aa:blur /2, conv3:128>512 1x1")]
    [InlineData("preact_bottleneck\nstride_placement: v1", "bn1:256 batch, relu, conv1:256>128 1x1, bn2:128 batch, relu, aa:blur /2, conv2:128>128 3x3 p1, bn3:128 batch, relu, conv3:128>512 1x1")]
    public void A_blur_behind_norm_and_activation_of_what_would_stride(string block, string path)
    {
        var text = $"block: {block}\nanti_aliasing: blur\nstages: [{{ blocks: 1 }}, {{ blocks: 2 }}]";
        var stage = Spec.Right(text).Network.Stages[1];
        Assert.Equal(path, Sketch.Path(stage.Blocks[0]));
        Assert.DoesNotContain("aa:", Sketch.Path(stage.Blocks[1]), StringComparison.Ordinal);

        var average = Spec.Right(text.Replace("blur", "average")).Network.Stages[1];
        Assert.Equal(path.Replace("aa:blur /2", "aa:average 2x2/2"), Sketch.Path(average.Blocks[0]));
    }

    [Fact]
    public void An_average_is_as_large_as_the_stride() => Assert.Contains(
        "aa:average 4x4/4", Sketch.Path(Spec.Right("anti_aliasing: average\nstages: [{ blocks: 1 }, { blocks: 1, stride: 4 }]").Network.Stages[1].Blocks[0]), StringComparison.Ordinal);

    [Fact]
    public void Projections_stride_themselves() => Assert.Equal(
        "0:64>128 1x1/2, 1:128 batch", Sketch.Aside(Spec.Right("anti_aliasing: blur\nstages: [{ blocks: 1 }, { blocks: 1 }]").Network.Stages[1].Blocks[0]));

    [Fact]
    public void In_a_stage_that_strides_last_it_stands_in_the_last_block() => Assert.Equal(
        [false, true],
        Spec.Right("anti_aliasing: blur\nstride_block: last\nstages: [{ blocks: 2, stride: 2 }]").Network.Stages[0].Blocks
            .Select(b => Sketch.Path(b).Contains("aa:blur /2", StringComparison.Ordinal)));

    [Fact]
    public void A_convolution_that_does_not_stride_has_no_strided_padding_and_keeps_its_dilation() => Assert.Equal(
        "conv1:64>128 3x3 p3 d3, bn1:128 batch, relu, aa:blur /2, conv2:128>128 3x3 p3 d3, bn2:128 batch, relu",
        Sketch.Path(Spec.Right("anti_aliasing: blur\nstrided_padding: 0\nfirst_dilation: same\nstages: [{ blocks: 1 }, { blocks: 1, dilation: 3 }]").Network.Stages[1].Blocks[0]));

    [Fact]
    public void Dropout_stands_behind_it() => Assert.Contains(
        "relu, aa:blur /2, dropout:0.3, conv2",
        Sketch.Path(Spec.Right("anti_aliasing: blur\ndropout: 0.3\nstages: [{ blocks: 1 }, { blocks: 1 }]").Network.Stages[1].Blocks[0]), StringComparison.Ordinal);

    [Fact]
    public void A_stage_may_be_the_only_one() => Assert.Equal(
        [false, true, false],
        Spec.Right("stages: [{ blocks: 1 }, { blocks: 1, anti_aliasing: blur }, { blocks: 1 }]").Network.Stages
            .Select(s => Sketch.Path(s.Blocks[0]).Contains("aa:", StringComparison.Ordinal)));

    /// <summary>The stem's max pool follows its own key, and that the network's.</summary>
    [Theory]
    [InlineData("anti_aliasing: none", "maxpool:max 3x3/2 p1")]
    [InlineData("anti_aliasing: blur", "maxpool:max 3x3 p1, blur:blur /2")]
    [InlineData("anti_aliasing: average", "maxpool:average 2x2/2")]
    [InlineData("stem: { pool: { anti_aliasing: blur } }", "maxpool:max 3x3 p1, blur:blur /2")]
    [InlineData("anti_aliasing: blur\nstem: { pool: { anti_aliasing: none } }", "maxpool:max 3x3/2 p1")]
    [InlineData("anti_aliasing: average\nstem: { pool: { anti_aliasing: blur, pad_value: zero } }", "maxpool:max 3x3 p1 zeros, blur:blur /2")]
    [InlineData("anti_aliasing: average\nstem: { pool: { stride: 3, kernel: 5 } }", "maxpool:average 3x3/3")]
    [InlineData("anti_aliasing: blur\nstem: { pool: { stride: 1 } }", "maxpool:max 3x3 p1")]
    [InlineData("anti_aliasing: average\nstem: { pool: { stride: 1 } }", "maxpool:max 3x3 p1")]
    [InlineData("anti_aliasing: blur\nstem: { pool: average }", "maxpool:average 3x3/2 p1")]
    [InlineData("anti_aliasing: blur\nstem: { pool: conv }", "maxpool.0:64>64 3x3/2 p1, maxpool.1:64 batch, relu")]
    [InlineData("anti_aliasing: blur\nstem: conv3x3", "")]
    public void The_stems_pool(string said, string pool) =>
        Assert.Equal(pool, Sketch.Of(Spec.Right(said + "\nstages: [{ blocks: 1 }]").Network.Stem.Pool));
}
