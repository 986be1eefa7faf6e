using ResNetGen.Architecture.Analysis;
using ResNetGen.Architecture.Networks;
using ResNetGen.Architecture.Tests.Support;

namespace ResNetGen.Architecture.Tests.Lowering;

public class AttentionTests
{
    [Theory]
    [InlineData(64, "se", 8)] // 4 is rounded to 0, 8 at least
    [InlineData(128, "se", 8)]
    [InlineData(192, "se", 16)] // 12 + 4 = 16
    [InlineData(256, "se", 16)]
    [InlineData(512, "se", 32)]
    [InlineData(1024, "se", 64)]
    [InlineData(2048, "se", 128)]
    [InlineData(64, "{ kind: se, divisor: 1 }", 4)]
    [InlineData(72, "{ kind: se, divisor: 1 }", 5)] // 4.5, up
    [InlineData(70, "{ kind: se, divisor: 1 }", 4)] // 4.375
    [InlineData(8, "{ kind: se, divisor: 1 }", 1)] // 0.5, up
    [InlineData(4, "{ kind: se, divisor: 1 }", 1)] // 0.25, 1 at least
    [InlineData(64, "{ kind: se, ratio: 0.25 }", 16)]
    [InlineData(64, "{ kind: se, ratio: 1 }", 64)]
    [InlineData(64, "{ kind: se, ratio: 0.33, divisor: 4 }", 20)] // 21.12 + 2 = 23.12, 5 x 4
    public void Hidden_channels(int channels, string attention, int hidden) =>
        Assert.Equal((channels, hidden), Assert.IsType<SqueezeExcitation>(Of(channels, attention)) is var se ? (se.Channels, se.Hidden) : default);

    [Theory]
    [InlineData(16, 3)]
    [InlineData(64, 3)] // t = 3
    [InlineData(127, 3)]
    [InlineData(128, 5)] // t = 4
    [InlineData(256, 5)] // t = 4
    [InlineData(512, 5)] // t = 5
    [InlineData(1024, 5)] // t = 5
    [InlineData(2048, 7)] // t = 6
    [InlineData(8192, 7)] // t = 7
    [InlineData(32768, 9)] // t = 8
    [InlineData(1, 3)]
    public void Eca_kernel(int channels, int kernel) =>
        Assert.Equal((channels, kernel), Assert.IsType<ChannelAttention>(Of(channels, "eca")) is var eca ? (eca.Channels, eca.Kernel) : default);

    [Theory]
    [InlineData("basic", "conv1:64>64 3x3 p1, bn1:64 batch, relu, conv2:64>64 3x3 p1, bn2:64 batch, se:64>8 se, relu")]
    [InlineData("bottleneck", "conv1:64>64 1x1, bn1:64 batch, relu, conv2:64>64 3x3 p1, bn2:64 batch, relu, conv3:64>256 1x1, bn3:256 batch, se:256>16 se, relu")]
    [InlineData("preact_basic", "bn1:64 batch, relu, conv1:64>64 3x3 p1, bn2:64 batch, relu, conv2:64>64 3x3 p1, se:64>8 se")]
    [InlineData("preact_bottleneck", "bn1:64 batch, relu, conv1:64>64 1x1, bn2:64 batch, relu, conv2:64>64 3x3 p1, bn3:64 batch, relu, conv3:64>256 1x1, se:256>16 se")]
    public void It_stands_last_on_the_main_path(string block, string path) =>
        Assert.Equal(path, Sketch.Path(Spec.Right($"block: {block}\nattention: se\nstages: [{{ blocks: 1 }}]").Network.Stages[0].Blocks[0]));

    [Fact]
    public void A_stages_attention_replaces_the_networks_whole() => Assert.Equal(
        ["se:64>32 se", "se:128>8 se", "se:256 eca 5", "", "se:1024>256 se"],
        Spec.Right("""
            attention: { kind: se, ratio: 0.5, divisor: 4 }
            stages:
              - { blocks: 1 }
              - { blocks: 1, attention: se }
              - { blocks: 1, attention: eca }
              - { blocks: 1, attention: { ratio: 0.5 } }
              - { blocks: 1, attention: { kind: se, ratio: 0.25 } }
            """).Network.Stages.Select(s => Sketch.Of(s.Blocks[0].Residual.Where(l => l is SqueezeExcitation or ChannelAttention))));

    [Fact]
    public void What_it_costs_is_counted()
    {
        var (plain, se, eca) = (CostOf("none"), CostOf("se"), CostOf("eca"));
        Assert.Equal((64 * 8 * 2) + 8 + 64, se.Parameters - plain.Parameters);
        Assert.Equal(64 * 8 * 2, se.Macs - plain.Macs);
        Assert.Equal(64 + 8, se.Activations - plain.Activations);
        Assert.Equal(3, eca.Parameters - plain.Parameters);
        Assert.Equal(64 * 3, eca.Macs - plain.Macs);
        Assert.Equal(64, eca.Activations - plain.Activations);
    }

    private static Cost CostOf(string attention) => Spec.Right($"attention: {attention}\nstages: [{{ blocks: 1 }}]").Analysis.Total;

    private static Layer Of(int channels, string attention) => Spec.Right(
        $"stem: {{ preset: conv3x3, channels: 1 }}\ninput: [1, 8, 8]\nattention: {attention}\nstages: [{{ blocks: 1, width: {channels} }}]").Network.Stages[0].Blocks[0].Residual[^1];
}
