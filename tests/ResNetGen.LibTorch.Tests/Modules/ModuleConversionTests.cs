using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ResNetGen.LibTorch.Tests.Modules;

public sealed class ModuleConversionTests
{
    [Fact]
    public void Conversion_changes_floating_point_tensors_and_keeps_their_objects()
    {
        using var net = new SmallNet();
        var weight = net.Conv1.weight;
        Assert.Same(net, net.to(ScalarType.Float64));
        Assert.Same(weight, net.Conv1.weight);
        Assert.Equal(ScalarType.Float64, weight.dtype);
        Assert.True(weight is { requires_grad: true, is_leaf: true });
        Assert.All(net.parameters(), parameter => Assert.Equal(ScalarType.Float64, parameter.dtype));
        Assert.Equal(ScalarType.Float64, net.Bn1.running_mean!.dtype);
        Assert.Equal(ScalarType.Int64, net.Bn1.num_batches_tracked!.dtype);
        using var output = net.call(ones(1, 2, 4, 4, dtype: ScalarType.Float64));
        Assert.Equal(ScalarType.Float64, output.dtype);
    }

    [Fact]
    public void Gradients_are_converted_with_their_parameters_and_training_goes_on()
    {
        using var linear = Linear(2, 1);
        linear.call(ones(1, 2)).backward();
        linear.@double();
        using (var gradient = linear.weight.grad!)
        {
            Assert.Equal(ScalarType.Float64, gradient.dtype);
        }

        linear.call(ones(1, 2, dtype: ScalarType.Float64)).backward();
        using var twice = linear.weight.grad!;
        Assert.Equal([2.0, 2.0], twice.data<double>().ToArray());
    }

    [Theory]
    [InlineData(ScalarType.Float16)]
    [InlineData(ScalarType.BFloat16)]
    public void Half_precision_and_back_rounds_once(ScalarType half)
    {
        using var linear = Linear(1, 1, hasBias: false);
        init.constant_(linear.weight, 1.0009765625);
        linear.to(half).@float();
        Assert.Equal([half == ScalarType.Float16 ? 1.0009765625f : 1f], Expect.Floats(linear.weight));
    }

    [Fact]
    public void Integers_are_refused()
    {
        using var linear = Linear(1, 1);
        Assert.Throws<ArgumentException>(() => linear.to(ScalarType.Int32));
        Assert.Equal(ScalarType.Float32, linear.weight.dtype);
    }

    [Fact]
    public void Moving_to_where_it_is_changes_nothing()
    {
        using var linear = Linear(1, 1);
        using var view = linear.weight.detach();
        linear.cpu().to(CPU).to("cpu").to(linear.weight).to(CPU, ScalarType.Float32);
        view.fill_(7);
        Assert.Equal([7f], Expect.Floats(linear.weight));
    }

    [Fact]
    public void Conversion_makes_and_leaves_no_tensors()
    {
        using var net = new SmallNet();
        var before = Expect.LiveTensors;
        net.@double().@float();
        Assert.Equal(before, Expect.LiveTensors);
    }
}
