using ResNetGen.LibTorch.Inference;
using static TorchSharp.torch;

namespace ResNetGen.LibTorch.Tests.Inference;

/// <summary>What lies between the convolutions, in every layout.</summary>
public sealed class FusedTests
{
    public FusedTests() => random.manual_seed(1);

    [Theory]
    [InlineData(1, 3, 7, 9)]
    [InlineData(2, 8, 5, 5)]
    [InlineData(3, 48, 6, 4)]
    public void Plain_gives_back_what_was_blocked(long batch, long channels, long height, long width)
    {
        using var scope = NewDisposeScope();
        Tensor x = randn(batch, channels, height, width);
        foreach (Tensor layout in (Tensor[])[x, .. Blocked.All(x), x.transpose(2, 3).contiguous().transpose(2, 3)])
        {
            Tensor plain = Fused.Plain(layout);
            Assert.NotSame(layout, plain);
            Assert.True(plain.is_contiguous());
            Assert.True(Near.Same(plain, x));
        }
    }

    [Theory]
    [InlineData(3, 2, 1, false, 12)]
    [InlineData(3, 2, 1, false, 13)]
    [InlineData(3, 2, 0, true, 12)]
    [InlineData(3, 2, 0, true, 7)]
    [InlineData(3, 2, 1, true, 8)]
    [InlineData(2, 2, 0, false, 9)]
    [InlineData(2, 2, 1, true, 7)]
    [InlineData(2, 3, 1, true, 8)]
    [InlineData(5, 1, 2, false, 6)]
    public void Max_pool_is_libtorchs(long kernel, long stride, long padding, bool ceilMode, long size)
    {
        using var scope = NewDisposeScope();
        foreach (long channels in (long[])[3, 8, 32])
        {
            // Far below zero, so that a border of zeros would show.
            Tensor x = randn(2, channels, size, size + 1) - 5;
            Tensor expected = nn.functional.max_pool2d(x, kernel, stride, padding, 1, ceilMode);
            foreach (Tensor layout in (Tensor[])[x, .. Blocked.All(x)])
            {
                Tensor pooled = Fused.MaxPool(layout, kernel, stride, padding, ceilMode);
                Assert.Equal(OneDnn.Unavailable is null ? layout.dim() : 4, pooled.dim());
                Assert.True(Near.Same(Fused.Plain(pooled), expected));
            }
        }
    }

    [Fact]
    public void Mean_scale_and_add_work_in_every_layout()
    {
        using var scope = NewDisposeScope();
        Tensor x = randn(2, 32, 5, 7);
        Tensor gate = rand(2, 32);
        Tensor other = randn(2, 32, 5, 7);
        Tensor scaled = x * gate.reshape(2, 32, 1, 1);
        foreach (Tensor layout in (Tensor[])[x, .. Blocked.All(x)])
        {
            Near.Equal(x.mean([2L, 3L]), Fused.Mean(layout), 1e-6, "mean");
            foreach (Tensor shaped in (Tensor[])[gate, gate.reshape(2, 32, 1, 1)])
            {
                Tensor own = layout.clone();
                Tensor result = Fused.Scale(own, shaped);
                Assert.NotSame(own, result);
                Assert.True(Near.Same(Fused.Plain(own), scaled));
            }

            foreach (Tensor addend in (Tensor[])[other, .. Blocked.All(other)])
            {
                Tensor own = layout.clone();
                Tensor result = Fused.Add(own, addend);
                Assert.NotSame(own, result);
                Assert.True(Near.Same(Fused.Plain(own), x + other));
            }
        }
    }

    [Fact]
    public void Float64_goes_through_libtorch()
    {
        using var scope = NewDisposeScope();
        Tensor x = randn(1, 16, 6, 6, ScalarType.Float64);
        Assert.True(Near.Same(Fused.Plain(Blocked.Of(x, 8)), x));
        Assert.True(Near.Same(Fused.MaxPool(Blocked.Of(x, 8), 3, 2, 1), nn.functional.max_pool2d(x, 3, 2, 1)));
    }
}
