using System.Runtime.InteropServices;
using ResNetGen.LibTorch.Interop;
using TorchSharp;
using static ResNetGen.LibTorch.Tests.Tensors.ArithmeticTests;
using static TorchSharp.torch;

namespace ResNetGen.LibTorch.Tests.Interop;

public class OperatorTests
{
    [Fact]
    public void Trailing_arguments_take_the_schemas_defaults()
    {
        using var scope = NewDisposeScope();
        var add = Operator.Find("aten::add", "Tensor");
        Assert.Equal([3, 3], Values(add.Invoke(ones(2), full(2, 2.0))));
        Assert.Equal([21, 21], Values(add.Invoke(ones(2), full(2, 2.0), 10)));
        var pool = Operator.Find("aten::max_pool2d");
        long[] three = [3, 3];
        Assert.Equal([1, 1, 2, 2], pool.Invoke(ones(1, 1, 6, 6), three).shape);
    }

    [Fact]
    public void Arguments_of_every_kind_arrive()
    {
        using var scope = NewDisposeScope();
        Assert.Equal([2, 2], Operator.Find("aten::sum", "dim_IntList").Invoke(ones(2, 2, 3), -1L).shape);
        Assert.Equal([1, 2, 8, 8], Operator.Find("aten::upsample_nearest2d", "vec").Invoke(ones(1, 2, 4, 4), Argument.None, new[] { 2.0, 2.0 }).shape);
        Assert.Equal(ScalarType.Float64, Operator.Find("aten::zeros").Invoke(new long[] { 1 }, ScalarType.Float64, Argument.None, CPU).dtype);
        Assert.Equal([-4], Values(Operator.Find("aten::div", "Tensor_mode").Invoke(tensor(new[] { -7f }), tensor(new[] { 2f }), "floor")));
        Assert.Equal([1, 3], Values(Operator.Find("aten::index", "Tensor").Invoke(arange(1, 5, dtype: float32).view(2, 2), new Tensor?[] { null, tensor(new long[] { 0 }) })));
        Assert.Equal([0.5f], Values(Operator.Find("aten::dropout").Invoke(full(1, 0.5), 0, true)));
        var parts = Operator.Find("aten::native_batch_norm").InvokeMany(ones(2, 3, 1, 1), Argument.None, Argument.None, Argument.None, Argument.None, true, 0.1, 1e-5);
        Assert.Equal(3, parts.Length);
        var grads = Operator.Find("aten::convolution_backward");
        long[] one = [1, 1], zero = [0, 0];
        var weightOnly = grads.InvokeMany(ones(1, 1, 2, 2), ones(1, 1, 3, 3), ones(1, 1, 2, 2), Argument.None, one, zero, one, false, zero, 1, new[] { false, true, false });
        Assert.Equal([4, 4, 4, 4], Values(weightOnly[1]));
    }

    [Fact]
    public void Long_lists_leave_the_stack()
    {
        using var scope = NewDisposeScope();
        var pieces = Enumerable.Range(0, 5000).Select(i => full(1, (float)i)).ToArray();
        Assert.Equal(5000L * 4999 / 2, cat(pieces).sum(ScalarType.Float64).ToDouble());
        Assert.Equal(5000, cat(pieces).split(Enumerable.Repeat(1L, 5000).ToArray()).Length);
    }

    [Fact]
    public void Unknown_operators_are_reported_when_called()
    {
        Assert.Null(Operator.TryFind("aten::no_such_thing"));
        Assert.NotNull(Operator.TryFind("aten::relu"));
        var missing = Operator.Find("aten::no_such_thing", "out");
        var error = Assert.Throws<NotSupportedException>(() => missing.Invoke());
        Assert.Contains("has no operator aten::no_such_thing.out", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_calls_give_libtorchs_own_words_and_no_stack_of_frames()
    {
        using var scope = NewDisposeScope();
        var shapes = Assert.Throws<ExternalException>(() => ones(2, 3).mm(ones(2, 3)));
        Assert.Equal("aten::mm: mat1 and mat2 shapes cannot be multiplied (2x3 and 2x3)", shapes.Message);
        Assert.Throws<ExternalException>(() => ones(2) + ones(3));
        Assert.Throws<ExternalException>(() => ones(6).view(4));
        var add = Operator.Find("aten::add", "Tensor");
        Assert.Contains("'other' is missing", Assert.Throws<ExternalException>(() => add.Invoke(ones(1))).Message, StringComparison.Ordinal);
        Assert.Contains("at most 3 arguments", Assert.Throws<ExternalException>(() => add.Invoke(ones(1), ones(1), 1, 1)).Message, StringComparison.Ordinal);
        Assert.Contains("null", Assert.Throws<ExternalException>(() => Operator.Find("aten::cat").Invoke(new Tensor?[] { null })).Message, StringComparison.Ordinal);
        Assert.Throws<ExternalException>(() => Operator.Find("aten::relu").Invoke("text"));
        Assert.Equal([2, 2], Values(ones(2) + ones(2)));
    }
}
