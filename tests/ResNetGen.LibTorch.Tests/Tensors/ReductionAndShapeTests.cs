using TorchSharp;
using static ResNetGen.LibTorch.Tests.Tensors.ArithmeticTests;
using static TorchSharp.torch;

namespace ResNetGen.LibTorch.Tests.Tensors;

public class ReductionAndShapeTests
{
    private static readonly float[,] Matrix = { { 1, 5, 2 }, { 7, 0, 3 } };

    [Fact]
    public void Sums_means_and_deviations()
    {
        using var scope = NewDisposeScope();
        var a = tensor(Matrix);
        Assert.Equal(18f, a.sum().ToSingle());
        Assert.Equal([8, 5, 5], Values(a.sum(0L)));
        Assert.Equal([2, 1], a.sum(1, keepdim: true).shape);
        Assert.Equal([18], Values(a.sum(0, 1)));
        Assert.Equal(ScalarType.Float64, a.sum(ScalarType.Float64).dtype);
        Assert.Equal(3f, a.mean().item<float>());
        Assert.Equal([8 / 3f, 10 / 3f], Values(a.mean([1])));
        Assert.Equal(6.8f, a.var().ToSingle(), 5);
        Assert.Equal(34 / 6f, a.var(unbiased: false).ToSingle(), 5);
        Assert.Equal([18, 12.5f, 0.5f], Values(a.var(0)));
        Assert.Equal(MathF.Sqrt(6.8f), a.std().ToSingle(), 5);
        var (variance, mean) = a.var_mean();
        Assert.Equal((6.8f, 3f), (MathF.Round(variance.ToSingle(), 5), mean.ToSingle()));
    }

    [Fact]
    public void Extremes_and_where_they_are()
    {
        using var scope = NewDisposeScope();
        var a = tensor(Matrix);
        Assert.Equal((7f, 0f), (a.max().ToSingle(), a.min().ToSingle()));
        var (values, indexes) = a.max(1);
        Assert.Equal([5, 7], Values(values));
        Assert.Equal([1L, 0L], indexes.data<long>().ToArray());
        Assert.Equal(3L, a.argmax().ToInt64());
        Assert.Equal([1L, 0L], a.argmax(1).data<long>().ToArray());
        var (best, places) = a.topk(2);
        Assert.Equal([5, 2, 7, 3], Values(best));
        Assert.Equal([1L, 2, 0, 2], places.data<long>().ToArray());
        Assert.Equal([1, 2, 5, 0, 3, 7], Values(a.sort().Values));
        Assert.Equal([7, 5, 3], Values(a.amax(0)));
    }

    [Fact]
    public void Views_share_memory_and_copies_do_not()
    {
        using var scope = NewDisposeScope();
        var a = zeros(2, 3);
        a.view(6).narrow(0, 1, 2).fill_(1);
        a.select(1, 2).fill_(2);
        a.alias().add_(1);
        a.detach()[1, 0] = tensor(9f);
        a.clone().zero_();
        Assert.Equal([1, 2, 3, 9, 1, 3], Values(a));
    }

    [Fact]
    public void Shapes_change_as_asked()
    {
        using var scope = NewDisposeScope();
        var a = arange(24).view(2, 3, 4);
        Assert.Equal([2, 3, 4], a.shape);
        Assert.Equal([12, 4, 1], a.stride());
        Assert.Equal((3L, 24L, 3L, 4L, 2L), (a.dim(), a.numel(), a.size(1), a.size(-1), a.shape[0]));
        Assert.Equal([4, 2, 3], a.permute(2, 0, 1).shape);
        Assert.False(a.transpose(0, 2).is_contiguous());
        Assert.True(a.transpose(0, 2).contiguous().is_contiguous());
        Assert.Equal([2, 12], a.flatten(1).shape);
        Assert.Equal([2, 3, 2, 2], a.unflatten(2, 2, 2).shape);
        Assert.Equal([1, 2, 3, 4], a.unsqueeze(0).shape);
        Assert.Equal([2, 3, 4], a.unsqueeze(0).squeeze(0).shape);
        Assert.Equal([5, 2], ones(2).expand(5, 2).shape);
        Assert.Equal([4, 3, 4], cat([a, a]).shape);
        Assert.Equal([2, 2, 3, 4], stack([a, a], 1).shape);
        Assert.Equal([[2, 2, 4], [2, 1, 4]], a.chunk(2, 1).Select(part => part.shape));
        Assert.Equal([[2, 3, 1], [2, 3, 3]], a.split([1, 3], 2).Select(part => part.shape));
        Assert.Equal(3, a.unbind(1).Length);
    }

    [Fact]
    public void Elements_come_out_in_the_order_of_the_shape()
    {
        using var scope = NewDisposeScope();
        var turned = tensor(Matrix).t();
        Assert.Equal([1, 7, 5, 0, 2, 3], Values(turned));
        Assert.Equal([1, 7, 5, 0, 2, 3], turned.data<float>());
        Assert.Equal(3f, turned.data<float>()[2, 1]);
        Assert.Equal([5, 2], Values(tensor(Matrix)[0].narrow(0, 1, 2)));
        turned.data<float>().CopyFrom([9, 8]);
        Assert.Equal([9, 8, 5, 0, 2, 3], Values(turned));
    }

    [Fact]
    public void Advanced_indexing()
    {
        using var scope = NewDisposeScope();
        var a = tensor(Matrix);
        Assert.Equal([7, 0, 3, 1, 5, 2], Values(a[tensor(new long[] { 1, 0 })]));
        Assert.Equal([5, 7, 3], Values(a[a > 2]));
        Assert.Equal([5, 3], Values(a[tensor(new long[] { 0, 1 }), tensor(new long[] { 1, 2 })]));
        Assert.Equal([2, 1, 3, 7], Values(a.index_select(1, tensor(new long[] { 2, 0 }))));
        a[a > 2] = tensor(0f);
        Assert.Equal([1, 0, 2, 0, 0, 0], Values(a));
    }

    [Fact]
    public void Comparisons_give_booleans()
    {
        using var scope = NewDisposeScope();
        Tensor a = tensor(new[] { 1f, 2f, 3f }), b = tensor(new[] { 3f, 2f, 1f });
        Assert.Equal([false, true, false], (a == b).data<bool>().ToArray());
        Assert.Equal([true, false, false], (a < b).data<bool>().ToArray());
        Assert.Equal([false, true, true], (a >= 2).data<bool>().ToArray());
        Assert.Equal([true, true, false], (a <= 2).data<bool>().ToArray());
        Assert.True((a != 0).all().ToBoolean());
        Assert.False((a == 0).any().ToBoolean());
        Assert.True(a.Equals(b.flip(0)));
        Assert.False(a.Equals(b));
        Assert.True(a.allclose(a + 1e-7));
        Assert.False(a.allclose(a + 1e-3));
    }
}
