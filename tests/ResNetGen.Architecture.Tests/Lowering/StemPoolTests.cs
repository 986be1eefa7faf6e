using ResNetGen.Architecture.Networks;
using ResNetGen.Architecture.Tests.Support;

namespace ResNetGen.Architecture.Tests.Lowering;

/// <summary>What follows the stem's last activation, and the size of its map: PyTorch's rules for windows at the edge.</summary>
public class StemPoolTests
{
    [Theory]
    [InlineData("max", "maxpool:max 3x3/2 p1")]
    [InlineData("average", "maxpool:average 3x3/2 p1")]
    [InlineData("conv", "maxpool.0:64>64 3x3/2 p1, maxpool.1:64 batch, relu")]
    [InlineData("none", "")]
    [InlineData("{ kernel: 2 }", "maxpool:max 2x2/2")]
    [InlineData("{ kernel: 5 }", "maxpool:max 5x5/2 p2")]
    [InlineData("{ kernel: 5, stride: 3, padding: 1 }", "maxpool:max 5x5/3 p1")]
    [InlineData("{ padding: 0, ceil_mode: true }", "maxpool:max 3x3/2 ceil")]
    [InlineData("{ pad_value: zero }", "maxpool:max 3x3/2 p1 zeros")]
    [InlineData("{ pad_value: zero, padding: 0 }", "maxpool:max 3x3/2")]
    [InlineData("{ pad_value: zero, padding: 3 }", "maxpool:max 3x3/2 p3 zeros")]
    [InlineData("{ kind: average, count_include_pad: false, ceil_mode: true }", "maxpool:average 3x3/2 p1 ceil uncounted")]
    [InlineData("{ kind: average, kernel: 2, padding: 0 }", "maxpool:average 2x2/2")]
    [InlineData("{ kind: conv, kernel: 2, stride: 2, padding: 3 }", "maxpool.0:64>64 2x2/2 p3, maxpool.1:64 batch, relu")]
    public void As_it_is_said(string pool, string layers) =>
        Assert.Equal(layers, Sketch.Of(Spec.Right($"stem: {{ pool: {pool} }}\nstages: [{{ blocks: 1 }}]").Network.Stem.Pool));

    [Fact]
    public void Under_timms_pre_activated_names_it_is_called_otherwise() => Assert.Equal(
        "stem.pool:max 3x3/2 p1", Sketch.Of(Spec.Right("block: preact_basic\nnaming: timm\nstages: [{ blocks: 1 }]").Network.Stem.Pool));

    [Theory]
    [InlineData("{ }", 11, 6)]
    [InlineData("{ }", 12, 6)]
    [InlineData("{ ceil_mode: true }", 11, 6)]
    [InlineData("{ ceil_mode: true }", 12, 7)] // the last window begins in the map
    [InlineData("{ padding: 0 }", 12, 5)]
    [InlineData("{ padding: 0, ceil_mode: true }", 12, 6)]
    [InlineData("{ padding: 0, ceil_mode: true }", 11, 5)]
    [InlineData("{ kernel: 2, stride: 3, padding: 0, ceil_mode: true }", 9, 3)] // a fourth window would begin behind the map
    [InlineData("{ kernel: 2, stride: 3, padding: 1, ceil_mode: true }", 11, 4)] // begins in the padding before: 3 x 4 - 1 = 11
    [InlineData("{ pad_value: zero }", 11, 6)]
    [InlineData("{ pad_value: zero }", 12, 6)]
    [InlineData("{ pad_value: zero, ceil_mode: true }", 12, 7)]
    [InlineData("{ kernel: 2, stride: 3, padding: 1, pad_value: zero, ceil_mode: true }", 11, 5)] // a window may begin in the zeros behind
    [InlineData("{ kind: average, ceil_mode: true }", 12, 7)]
    [InlineData("{ kind: conv }", 12, 6)]
    [InlineData("{ anti_aliasing: blur }", 11, 6)]
    [InlineData("{ anti_aliasing: blur }", 12, 6)]
    [InlineData("{ anti_aliasing: average }", 11, 5)]
    public void Its_size(string pool, int side, int pooled)
    {
        var stem = Spec.Right($"stem: {{ preset: conv3x3, pool: {(pool == "{ }" ? "max" : pool.Replace("{", pool.Contains("kind", StringComparison.Ordinal) ? "{" : "{ kind: max,"))} }}\nstages: [{{ blocks: 1 }}]").Network.Stem;
        var map = stem.Pool.Aggregate(new ImageShape(64, side, side + 1), (m, layer) => layer.Output(m));
        Assert.Equal((64, pooled), (map.Channels, map.Height));
    }
}
