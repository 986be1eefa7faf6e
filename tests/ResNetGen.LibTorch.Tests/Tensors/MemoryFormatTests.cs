using static TorchSharp.torch;

namespace ResNetGen.LibTorch.Tests.Tensors;

public sealed class MemoryFormatTests
{
    [Fact]
    public void Channels_lie_side_by_side_and_the_elements_are_the_same()
    {
        using var scope = NewDisposeScope();
        var rows = arange(0, 120, 1, ScalarType.Float32).reshape(2, 3, 4, 5);
        var last = MemoryFormat.ChannelsLast(rows);
        Assert.Equal([60, 20, 5, 1], rows.stride());
        Assert.Equal([60, 1, 15, 3], last.stride());
        Assert.True(last.equal(rows).all().item<bool>());
        Assert.Equal(Convert.ToHexString(rows.bytes), Convert.ToHexString(last.contiguous().bytes));
        Assert.Throws<ArgumentException>(() => MemoryFormat.ChannelsLast(eye(2)));
    }

    [Fact]
    public void A_networks_convolutions_change_in_place_and_what_they_compute_does_not()
    {
        using var scope = NewDisposeScope();
        using var network = nn.Sequential(("conv", nn.Conv2d(3, 8, 3)), ("norm", nn.BatchNorm2d(8)));
        var weight = network.parameters().First();
        var input = randn(2, 3, 6, 6);
        var before = network.call(input);
        Assert.Same(network, MemoryFormat.ChannelsLast(network));
        Assert.Same(weight, network.parameters().First());
        Assert.Equal([27, 1, 9, 3], weight.stride());
        Assert.True(weight.requires_grad);
        var after = network.call(MemoryFormat.ChannelsLast(input));
        Assert.True(before.allclose(after, 1e-4, 1e-5));
        after.sum().backward();
    }
}
