using ResNetGen.Architecture.Networks;
using ResNetGen.Architecture.Tests.Support;

namespace ResNetGen.Architecture.Tests.Lowering;

public class HeadTests
{
    private const string Stages = "\nstages: [{ blocks: 1 }, { blocks: 1 }]\n"; // 128x28x28

    [Theory]
    [InlineData("block: basic", "avgpool:mean, fc:128>1000 bias", false)]
    [InlineData("head: classifier", "avgpool:mean, fc:128>1000 bias", false)]
    [InlineData("head: { classes: 10, bias: false }", "avgpool:mean, fc:128>10", false)]
    [InlineData("head: { dropout: 0.2 }", "avgpool:mean, dropout:0.2, fc:128>1000 bias", false)]
    [InlineData("head: { pool_kernel: 28 }", "avgpool:average 28x28/28, fc:128>1000 bias", true)]
    [InlineData("head: { pool_kernel: 7 }", "avgpool:average 7x7/7, fc:2048>1000 bias", true)]
    [InlineData("head: { pool_kernel: 9 }", "avgpool:average 9x9/9, fc:1152>1000 bias", true)] // the 28th row and column are dropped
    [InlineData("head: { pool_kernel: 1 }", "avgpool:average 1x1, fc:100352>1000 bias", true)]
    [InlineData("naming: timm", "avgpool:mean, fc:128>1000 bias", false)]
    [InlineData("block: preact_basic", "avgpool:mean, fc:128>1000 bias", false)]
    [InlineData("block: preact_basic\nnaming: timm", "avgpool:mean, head.fc:128>1000 1x1 bias", false)]
    [InlineData("block: preact_basic\nnaming: timm\nhead: { bias: false, classes: 3 }", "avgpool:mean, head.fc:128>3 1x1", false)]
    [InlineData("block: preact_basic\nnaming: timm\nhead: { pool_kernel: 7 }", "avgpool:average 7x7/7, head.fc:2048>1000 1x1 bias", true)]
    public void Pool_and_linear_layer(string said, string layers, bool isSizeFixed)
    {
        var head = Spec.Right(said + Stages).Network.Head!;
        Assert.Equal((layers, isSizeFixed), (Sketch.Of(head.Layers), head.IsSizeFixed));
    }

    [Theory]
    [InlineData("head: none")]
    [InlineData("head: { kind: none }")]
    [InlineData("head: { kind: none, classes: 10, pool_kernel: 1000, dropout: 0.5 }")]
    public void A_backbone_has_none_whatever_else_is_said_of_it(string said)
    {
        var spec = Spec.Right(said + Stages);
        Assert.Null(spec.Network.Head);
        Assert.Equal(Spec.Right("head: none" + Stages), spec);
        Assert.Equal(default, spec.Analysis.Parts[^1]);
    }

    [Fact]
    public void A_flattened_map_is_counted_with_every_input()
    {
        var linear = Spec.Right("head: { pool_kernel: 7, classes: 10 }" + Stages).Analysis.Parts[^1];
        Assert.Equal((20_490, 20_480, 10), (linear.Parameters, linear.Macs, linear.Activations));
        var convolution = Spec.Right("block: preact_basic\nnaming: timm\nfinal_norm: false\nhead: { pool_kernel: 7, classes: 10 }" + Stages).Analysis.Parts[^1];
        Assert.Equal(linear, convolution);
    }

    [Fact]
    public void A_head_of_a_fixed_size_needs_no_square() => Assert.Equal(
        "avgpool:average 4x4/4, fc:1024>1000 bias",
        Sketch.Of(Spec.Right("input: [3, 64, 128]\nhead: { pool_kernel: 4 }" + Stages).Network.Head!.Layers));

    [Theory]
    [InlineData("[c2]", "c2")]
    [InlineData("[2]", "c2")]
    [InlineData("[c1, 2, c3]", "c1 c2 c3")]
    [InlineData("[3, 1]", "c1 c3")]
    [InlineData("['c3', \"1\"]", "c1 c3")]
    public void Taps_by_name_or_number_in_the_networks_order(string taps, string names)
    {
        var spec = Spec.Right($"taps: {taps}" + Stages);
        Assert.Equal(names, string.Join(' ', spec.Analysis.Taps.Select(t => t.Name)));
        Assert.Equal(names, string.Join(' ', spec.Network.Taps.Select(t => $"c{t}")));
    }

    [Fact]
    public void Without_taps_all_are_taken() => Assert.Equal([1, 2, 3], Spec.Right("block: basic" + Stages).Network.Taps);

    [Fact]
    public void A_tap_says_the_same_of_its_map_whichever_others_are_taken() => Assert.Equal(
        Spec.Right("block: basic" + Stages).Analysis.Taps[2], Assert.Single(Spec.Right("taps: [c3]" + Stages).Analysis.Taps));

    [Fact]
    public void A_backbone_of_a_shorter_network_keeps_all_its_stages() =>
        Assert.Equal(2, Spec.Right("head: none\ntaps: [c1]" + Stages).Network.Stages.Count);

    [Fact]
    public void Dropout_stands_before_the_last_convolution_of_a_block()
    {
        Block Of(string kind) => Spec.Right($"block: {kind}\ndropout: 0.3\nstages: [{{ blocks: 1 }}]").Network.Stages[0].Blocks[0];
        Assert.Contains("relu, dropout:0.3, conv2:64>64 3x3 p1, bn2", Sketch.Path(Of("basic")), StringComparison.Ordinal);
        Assert.Contains("relu, dropout:0.3, conv3:64>256 1x1, bn3", Sketch.Path(Of("bottleneck")), StringComparison.Ordinal);
        Assert.EndsWith("relu, dropout:0.3, conv2:64>64 3x3 p1", Sketch.Path(Of("preact_basic")), StringComparison.Ordinal);
        Assert.EndsWith("relu, dropout:0.3, conv3:64>256 1x1", Sketch.Path(Of("preact_bottleneck")), StringComparison.Ordinal);
    }
}
