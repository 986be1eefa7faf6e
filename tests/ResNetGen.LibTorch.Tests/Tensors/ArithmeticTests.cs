using TorchSharp;
using static TorchSharp.torch;

namespace ResNetGen.LibTorch.Tests.Tensors;

public class ArithmeticTests
{
    private static readonly float[] Left = [1, 2, 3, 4];
    private static readonly float[] Right = [8, 4, 2, 1];

    [Fact]
    public void Operators_between_tensors()
    {
        using var scope = NewDisposeScope();
        Tensor a = tensor(Left), b = tensor(Right);
        Assert.Equal([9, 6, 5, 5], Values(a + b));
        Assert.Equal([-7, -2, 1, 3], Values(a - b));
        Assert.Equal([8, 8, 6, 4], Values(a * b));
        Assert.Equal([0.125f, 0.5f, 1.5f, 4], Values(a / b));
        Assert.Equal([0, 0, 2, 1], Values(b % a));
        Assert.Equal([-1, -2, -3, -4], Values(-a));
    }

    [Fact]
    public void Operators_with_numbers_on_either_side()
    {
        using var scope = NewDisposeScope();
        var a = tensor(Left);
        Assert.Equal([3, 4, 5, 6], Values(a + 2));
        Assert.Equal([3, 4, 5, 6], Values(2 + a));
        Assert.Equal([-1, 0, 1, 2], Values(a - 2));
        Assert.Equal([1, 0, -1, -2], Values(2 - a));
        Assert.Equal([0.5f, 1, 1.5f, 2], Values(a * 0.5));
        Assert.Equal([0.5f, 1, 1.5f, 2], Values(a / 2));
        Assert.Equal([12, 6, 4, 3], Values(12 / a));
    }

    [Fact]
    public void Integers_stay_integers_and_division_makes_floats()
    {
        using var scope = NewDisposeScope();
        var a = tensor(new long[] { 7, -7 });
        Assert.Equal(ScalarType.Int64, (a + 1).dtype);
        Assert.Equal(ScalarType.Float32, (a / 2).dtype);
        Assert.Equal([3L, -4L], a.div(2, RoundingMode.floor).data<long>().ToArray());
        Assert.Equal([3L, -3L], a.div(2, RoundingMode.trunc).data<long>().ToArray());
    }

    [Fact]
    public void In_place_operations_return_the_tensor_itself()
    {
        using var scope = NewDisposeScope();
        var a = tensor(Left);
        Assert.Same(a, a.add_(tensor(Right), 2));
        Assert.Equal([17, 10, 7, 6], Values(a));
        Assert.Same(a, a.mul_(2).sub_(4).div_(10).neg_().relu_());
        Assert.Equal([0, 0, 0, 0], Values(a));
        Assert.Same(a, a.fill_(3).copy_(tensor(Right)).clamp_(2, 4));
        Assert.Equal([4, 4, 2, 2], Values(a));
        Assert.Equal([0, 0, 0, 0], Values(a.zero_()));
    }

    [Fact]
    public void Pointwise_functions()
    {
        using var scope = NewDisposeScope();
        var a = tensor(new[] { -2f, 0f, 0.5f, 4f });
        Assert.Equal([0, 0, 0.5f, 4], Values(a.relu()));
        Assert.Equal([2, 0, 0.5f, 4], Values(a.abs()));
        Assert.Equal([4, 0, 0.25f, 16], Values(a.pow(2)));
        Assert.Equal([4, 0, 0.25f, 16], Values(a.square()));
        Assert.Equal([float.NaN, 0, MathF.Sqrt(0.5f), 2], Values(a.sqrt()));
        Assert.Equal([-1, 0, 0.5f, 1], Values(a.clamp(-1, 1)));
        Assert.True(a.sigmoid().allclose(1 / (1 + (-a).exp())));
        Assert.True(a.log_softmax(0).exp().allclose(a.softmax(0)));
        Assert.Equal(1f, a.softmax(0).sum().ToSingle(), 6);
        Assert.Equal([-2, 9, 9, 4], Values(a.masked_fill((a >= 0) & (a < 1), 9)));
        Assert.Equal([1, 0, 0.5f, 4], Values(where(a < 0, ones(4), a)));
    }

    [Fact]
    public void Matrix_products()
    {
        using var scope = NewDisposeScope();
        var a = tensor(new float[,] { { 1, 2 }, { 3, 4 } });
        Assert.Equal([7, 10, 15, 22], Values(a.mm(a)));
        Assert.Equal([7, 10, 15, 22], Values(matmul(a, a)));
        Assert.Equal([30], Values(a.flatten().dot(a.flatten())));
        Assert.Equal([7, 10, 15, 22], Values(a.unsqueeze(0).bmm(a.unsqueeze(0))));
    }

    internal static float[] Values(Tensor tensor) => tensor.data<float>().ToArray();
}
