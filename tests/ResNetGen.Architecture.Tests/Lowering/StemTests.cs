using ResNetGen.Architecture.Tests.Support;

namespace ResNetGen.Architecture.Tests.Lowering;

public class StemTests
{
    [Theory]
    [InlineData("conv7x7", "conv1:3>64 7x7/2 p3, bn1:64 batch, relu", "maxpool:max 3x3/2 p1")]
    [InlineData("conv3x3", "conv1:3>24 3x3 p1, bn1:24 batch, relu", "")]
    [InlineData("deep", "conv1.0:3>32 3x3/2 p1, conv1.1:32 batch, relu, conv1.3:32>32 3x3 p1, conv1.4:32 batch, relu, conv1.6:32>64 3x3 p1, bn1:64 batch, relu", "maxpool:max 3x3/2 p1")]
    [InlineData("deep_tiered", "conv1.0:3>24 3x3/2 p1, conv1.1:24 batch, relu, conv1.3:24>32 3x3 p1, conv1.4:32 batch, relu, conv1.6:32>64 3x3 p1, bn1:64 batch, relu", "maxpool:max 3x3/2 p1")]
    [InlineData("{ preset: conv3x3, channels: 7 }", "conv1:3>7 3x3 p1, bn1:7 batch, relu", "")]
    [InlineData("{ channels: 96 }", "conv1:3>96 7x7/2 p3, bn1:96 batch, relu", "maxpool:max 3x3/2 p1")]
    [InlineData("{ preset: deep, channels: 13 }", "conv1.0:3>6 3x3/2 p1, conv1.1:6 batch, relu, conv1.3:6>6 3x3 p1, conv1.4:6 batch, relu, conv1.6:6>13 3x3 p1, bn1:13 batch, relu", "maxpool:max 3x3/2 p1")]
    [InlineData("{ preset: deep_tiered, channels: 13 }", "conv1.0:3>4 3x3/2 p1, conv1.1:4 batch, relu, conv1.3:4>6 3x3 p1, conv1.4:6 batch, relu, conv1.6:6>13 3x3 p1, bn1:13 batch, relu", "maxpool:max 3x3/2 p1")]
    [InlineData("{ preset: conv3x3, pool: max }", "conv1:3>24 3x3 p1, bn1:24 batch, relu", "maxpool:max 3x3/2 p1")]
    [InlineData("{ pool: none }", "conv1:3>64 7x7/2 p3, bn1:64 batch, relu", "")]
    [InlineData("{ convs: [{ channels: 9 }] }", "conv1:3>9 3x3 p1, bn1:9 batch, relu", "maxpool:max 3x3/2 p1")]
    [InlineData("{ convs: [{ channels: 9, kernel: 4 }], pool: none }", "conv1:3>9 4x4 p1, bn1:9 batch, relu", "")]
    [InlineData("{ convs: [{ channels: 9, kernel: 7, stride: 2, padding: 0 }, { channels: 5, kernel: 1 }] }", "conv1.0:3>9 7x7/2, conv1.1:9 batch, relu, conv1.3:9>5 1x1, bn1:5 batch, relu", "maxpool:max 3x3/2 p1")]
    public void Convolutions_and_pool(string stem, string body, string pool)
    {
        var network = Spec.Right($"stem: {stem}\nstages: [{{ blocks: 1, width: 24 }}]").Network;
        Assert.Equal((body, pool), (Sketch.Of(network.Stem.Body), Sketch.Of(network.Stem.Pool)));
    }

    [Theory]
    [InlineData("conv7x7", "{ convs: [{ channels: 64, kernel: 7, stride: 2, padding: 3 }], pool: { kind: max, kernel: 3, stride: 2, padding: 1 } }")]
    [InlineData("conv3x3", "{ convs: [{ channels: 64 }], pool: none }")]
    [InlineData("deep", "{ convs: [{ channels: 32, stride: 2 }, { channels: 32 }, { channels: 64 }] }")]
    [InlineData("deep_tiered", "{ convs: [{ channels: 24, stride: 2 }, { channels: 32 }, { channels: 64 }] }")]
    [InlineData("{ preset: deep, channels: 128 }", "{ convs: [{ channels: 64, stride: 2 }, { channels: 64 }, { channels: 128 }] }")]
    public void A_preset_is_a_name_for_what_can_be_spelt_out(string preset, string spelt) => Assert.Equal(
        Spec.Right($"stem: {preset}\nstages: [{{ blocks: 1 }}]"), Spec.Right($"stem: {spelt}\nstages: [{{ blocks: 1 }}]"));

    [Theory]
    [InlineData("torchvision", "basic", "conv1 bn1")]
    [InlineData("timm", "basic", "conv1 bn1")]
    [InlineData("mmdet", "basic", "conv1 bn1")]
    [InlineData("mmpretrain", "basic", "conv1 bn1")]
    [InlineData("torchvision", "preact_basic", "conv1")]
    [InlineData("timm", "preact_basic", "stem.conv")]
    [InlineData("mmdet", "preact_basic", "conv1")]
    [InlineData("mmpretrain", "preact_basic", "conv1")]
    public void Keys_of_one_convolution(string naming, string block, string keys) => Assert.Equal(keys, Keys("conv7x7", naming, block, "batch"));

    [Theory]
    [InlineData("torchvision", "basic", "batch", "conv1.0 conv1.1 conv1.3 conv1.4 conv1.6 bn1")]
    [InlineData("timm", "basic", "batch", "conv1.0 conv1.1 conv1.3 conv1.4 conv1.6 bn1")]
    [InlineData("mmdet", "basic", "batch", "stem.0 stem.1 stem.3 stem.4 stem.6 stem.7")]
    [InlineData("mmpretrain", "basic", "batch", "stem.0.conv stem.0.bn stem.1.conv stem.1.bn stem.2.conv stem.2.bn")]
    [InlineData("torchvision", "basic", "group", "conv1.0 conv1.1 conv1.3 conv1.4 conv1.6 bn1")]
    [InlineData("mmdet", "basic", "group", "stem.0 stem.1 stem.3 stem.4 stem.6 stem.7")]
    [InlineData("mmpretrain", "basic", "group", "stem.0.conv stem.0.gn stem.1.conv stem.1.gn stem.2.conv stem.2.gn")]
    [InlineData("torchvision", "basic", "none", "conv1.0 conv1.3 conv1.6")]
    [InlineData("mmdet", "basic", "none", "stem.0 stem.3 stem.6")]
    [InlineData("mmpretrain", "basic", "none", "stem.0.conv stem.1.conv stem.2.conv")]
    [InlineData("torchvision", "preact_basic", "batch", "conv1.0 conv1.1 conv1.3 conv1.4 conv1.6")]
    [InlineData("timm", "preact_basic", "batch", "stem.conv1 stem.norm1 stem.conv2 stem.norm2 stem.conv3")]
    [InlineData("timm", "preact_basic", "group", "stem.conv1 stem.norm1 stem.conv2 stem.norm2 stem.conv3")]
    [InlineData("mmdet", "preact_basic", "batch", "stem.0 stem.1 stem.3 stem.4 stem.6")]
    [InlineData("mmpretrain", "preact_basic", "batch", "stem.0.conv stem.0.bn stem.1.conv stem.1.bn stem.2.conv")]
    public void Keys_of_several_convolutions(string naming, string block, string norm, string keys) => Assert.Equal(keys, Keys("deep", naming, block, norm));

    [Theory]
    [InlineData("torchvision", "basic", "maxpool.0 maxpool.1")]
    [InlineData("timm", "basic", "maxpool.0 maxpool.1")]
    [InlineData("mmdet", "basic", "maxpool.0 maxpool.1")]
    [InlineData("mmpretrain", "basic", "maxpool.0 maxpool.1")]
    [InlineData("timm", "preact_basic", "stem.pool.0 stem.pool.1")]
    public void Keys_of_a_conv_pool(string naming, string block, string keys) =>
        Assert.EndsWith(keys, Keys("{ pool: conv }", naming, block, "batch"), StringComparison.Ordinal);

    [Fact]
    public void The_stem_takes_the_inputs_channels() => Assert.Equal(
        "conv1.0:5>32 3x3/2 p1", Sketch.Of(Spec.Right("input: [5, 64, 64]\nstem: deep\nstages: [{ blocks: 1 }]").Network.Stem.Body).Split(", ")[0]);

    [Fact]
    public void Conv_bias_is_for_the_stem_too() => Assert.Equal(
        "conv1:3>64 7x7/2 p3 bias, bn1:64 batch, relu, maxpool.0:64>64 3x3/2 p1 bias, maxpool.1:64 batch, relu",
        Sketch.Of(Spec.Right("conv_bias: true\nstem: { pool: conv }\nstages: [{ blocks: 1, conv_bias: false }]").Network.Stem is var stem ? stem.Body.Concat(stem.Pool) : []));

    // What has weights, before the first block.
    private static string Keys(string stem, string naming, string block, string norm) => string.Join(' ', Spec.Right(
            $"stem: {stem}\nnaming: {naming}\nblock: {block}\nnorm: {norm}\nstages: [{{ blocks: 1 }}]").Analysis.State
        .Select(e => e.Key).Where(k => k.EndsWith(".weight", StringComparison.Ordinal)).Select(k => k[..^".weight".Length])
        .TakeWhile(k => !k.StartsWith("layer1", StringComparison.Ordinal) && !k.StartsWith("stages", StringComparison.Ordinal)));
}
