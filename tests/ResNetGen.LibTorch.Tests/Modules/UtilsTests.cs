using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ResNetGen.LibTorch.Tests.Modules;

public sealed class UtilsTests
{
    [Fact]
    public void Gradients_are_scaled_down_to_a_norm_and_not_up()
    {
        using var first = Parameter(zeros(1));
        using var second = Parameter(zeros(1));
        first.grad = tensor(new[] { 3f });
        second.grad = tensor(new[] { 4f });
        var before = Expect.LiveTensors;
        Assert.Equal(5, utils.clip_grad_norm_([first, second], 10), 1e-6);
        Assert.Equal(5, utils.clip_grad_norm_([first, second], 1), 1e-6);
        Assert.Equal(0.8, utils.clip_grad_norm_([first, second], 2, double.PositiveInfinity), 1e-6);
        Assert.Equal(0, utils.clip_grad_norm_([], 1));
        Assert.Equal(before, Expect.LiveTensors);
        using var gradient = first.grad;
        Assert.Equal(0.6f, Expect.Floats(gradient)[0], 1e-6f);
    }

    [Fact]
    public void Gradients_are_cut_off_at_a_value()
    {
        using var parameter = Parameter(zeros(3));
        parameter.grad = tensor(new[] { -3f, 0.5f, 2f });
        utils.clip_grad_value_([parameter], 1);
        using var gradient = parameter.grad;
        Assert.Equal([-1f, 0.5f, 1f], Expect.Floats(gradient));
    }

    [Fact]
    public void Parameters_go_into_a_vector_and_back()
    {
        using var source = Linear(2, 3);
        using var target = Linear(2, 3);
        var before = Expect.LiveTensors;
        using var vector = utils.parameters_to_vector(source.parameters());
        Assert.Equal([9], vector.shape);
        utils.vector_to_parameters(vector, target.parameters());
        Assert.Equal(before + 1, Expect.LiveTensors);
        Assert.Equal(Expect.Floats(source.weight), Expect.Floats(target.weight));
        Assert.Equal(Expect.Floats(source.bias!), Expect.Floats(target.bias!));
        Assert.Throws<ArgumentException>(() => utils.vector_to_parameters(vector, [source.weight]));
    }
}
