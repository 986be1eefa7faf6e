using ResNetGen.Architecture.Tests.Support;

namespace ResNetGen.Architecture.Tests.Lowering;

/// <summary>Pre-activated blocks, and what stands before the first and behind the last of them.</summary>
public class PreactivationTests
{
    [Fact]
    public void A_basic_block() => Block(
        "preact_basic",
        "bn1:64 batch, relu",
        "conv1:64>128 3x3/2 p1, bn2:128 batch, relu, conv2:128>128 3x3 p1",
        "0:64>128 1x1/2");

    [Fact]
    public void A_bottleneck() => Block(
        "preact_bottleneck",
        "bn1:256 batch, relu",
        "conv1:256>128 1x1, bn2:128 batch, relu, conv2:128>128 3x3/2 p1, bn3:128 batch, relu, conv3:128>512 1x1",
        "0:256>512 1x1/2");

    /// <summary>The first stage decides how the stem ends, the last one what follows it.</summary>
    [Theory]
    [InlineData("basic", "basic", "conv1:3>64 7x7/2 p3, bn1:64 batch, relu", "")]
    [InlineData("preact_basic", "preact_basic", "conv1:3>64 7x7/2 p3", "norm:128 batch, relu")]
    [InlineData("preact_basic", "basic", "conv1:3>64 7x7/2 p3", "")]
    [InlineData("basic", "preact_basic", "conv1:3>64 7x7/2 p3, bn1:64 batch, relu", "norm:128 batch, relu")]
    [InlineData("bottleneck", "preact_basic", "conv1:3>64 7x7/2 p3, bn1:64 batch, relu", "norm:128 batch, relu")]
    public void Kinds_may_differ_from_stage_to_stage(string first, string last, string stem, string final)
    {
        var network = Spec.Right($"stages: [{{ blocks: 1, block: {first} }}, {{ blocks: 1, block: {last} }}]").Network;
        Assert.Equal(stem, Sketch.Of(network.Stem.Body));
        Assert.Equal(final, Sketch.Of(network.Final));
        Assert.Equal(
            [!first.StartsWith("preact", StringComparison.Ordinal), !last.StartsWith("preact", StringComparison.Ordinal)],
            network.Stages.Select(s => s.Blocks[0].After is not null));
    }

    [Fact]
    public void A_deep_stem_ends_raw_with_its_inner_norms_in_place() => Assert.Equal(
        "conv1.0:3>32 3x3/2 p1, conv1.1:32 batch, relu, conv1.3:32>32 3x3 p1, conv1.4:32 batch, relu, conv1.6:32>64 3x3 p1",
        Sketch.Of(Spec.Right("block: preact_basic\nstem: deep\nstages: [{ blocks: 1 }]").Network.Stem.Body));

    [Fact]
    public void A_conv_pool_keeps_its_norm_and_activation() => Assert.Equal(
        "maxpool.0:64>64 3x3/2 p1, maxpool.1:64 batch, relu",
        Sketch.Of(Spec.Right("block: preact_basic\nstem: { pool: conv }\nstages: [{ blocks: 1 }]").Network.Stem.Pool));

    [Theory]
    [InlineData("block: preact_basic", "norm:64 batch, relu")]
    [InlineData("block: preact_basic\nfinal_norm: false", "")]
    [InlineData("block: preact_basic\nhead: none", "")]
    [InlineData("block: preact_basic\nhead: none\nfinal_norm: true", "norm:64 batch, relu")]
    [InlineData("block: basic\nfinal_norm: true", "norm:64 batch, relu")]
    [InlineData("block: preact_basic\nnorm: none", "relu")]
    public void Final_norm(string said, string final) => Assert.Equal(final, Sketch.Of(Spec.Right(said + "\nstages: [{ blocks: 1 }]").Network.Final));

    [Fact]
    public void An_identity_takes_the_raw_input() => Assert.Equal(
        "identity", Sketch.Aside(Spec.Right("block: preact_basic\nstages: [{ blocks: 1 }]").Network.Stages[0].Blocks[0]));

    [Fact]
    public void One_stage_gives_the_network_timms_names_in_every_stage()
    {
        var keys = Spec.Right("naming: timm\nstages: [{ blocks: 1 }, { blocks: 1, block: preact_basic }]").Analysis.State
            .Where(e => e.Key.EndsWith("weight", StringComparison.Ordinal)).Select(e => e.Key[..^".weight".Length]);
        Assert.Equal(
            [
                "stem.conv", "stem.norm",
                "stages.0.blocks.0.conv1", "stages.0.blocks.0.norm1", "stages.0.blocks.0.conv2", "stages.0.blocks.0.norm2",
                "stages.1.blocks.0.norm1", "stages.1.blocks.0.conv1", "stages.1.blocks.0.norm2", "stages.1.blocks.0.conv2", "stages.1.blocks.0.downsample.conv",
                "norm", "head.fc",
            ],
            keys);
    }

    private static void Block(string kind, string before, string residual, string aside)
    {
        var block = Spec.Right($"block: {kind}\nstages: [{{ blocks: 1 }}, {{ blocks: 1 }}]").Network.Stages[1].Blocks[0];
        Assert.Equal((before, residual, aside), (Sketch.Of(block.Before), Sketch.Of(block.Residual), Sketch.Aside(block)));
        Assert.Null(block.After);
    }
}
