using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ResNetGen.LibTorch.Tests.Modules;

public sealed class Conv1dTests : IDisposable
{
    private readonly IDisposable scope = NewDisposeScope();

    public void Dispose() => scope.Dispose();

    [Fact]
    public void It_draws_what_Python_draws()
    {
        manual_seed(0);
        using var convolution = Conv1d(2, 3, 5);
        Assert.Equal([3, 2, 5], convolution.weight.shape);
        Expect.SameBits(PythonValues.Conv1dWeight, convolution.weight);
        Expect.SameBits(PythonValues.Conv1dBias, convolution.bias!);
    }

    [Fact]
    public void Grouped_and_without_bias_it_draws_what_Python_draws()
    {
        manual_seed(1);
        using var convolution = Conv1d(4, 6, 3, groups: 2, bias: false);
        Assert.Equal(["weight"], convolution.state_dict().Keys);
        Assert.Equal([6, 2, 3], convolution.weight.shape);
        Expect.SameBits(PythonValues.GroupedConv1dWeight, convolution.weight);
    }

    [Fact]
    public void It_computes_Pythons_values()
    {
        var x = Input();
        using var convolution = Conv1d(4, 2, 3, stride: 2, padding: 1);
        var output = convolution.call(x);
        Assert.Equal([2, 2, 6], output.shape);
        Expect.Close(PythonValues.Conv1dOutput, output[1]);
        Expect.Close(PythonValues.Conv1dOutput, functional.conv1d(x, convolution.weight, convolution.bias, stride: 2, padding: 1)[1]);
        Expect.Close(PythonValues.Conv1dOutput, convolution.call(x[1]));
    }

    [Fact]
    public void Every_setting_in_its_place_computes_Pythons_values()
    {
        var x = Input();
        using var convolution = Conv1d(4, 4, 3, 1, 2, 2, PaddingModes.Zeros, 4, false, null, null);
        Expect.Close(PythonValues.DilatedConv1dOutput, convolution.call(x)[0, 1]);
    }

    [Fact]
    public void Padding_by_rule_keeps_the_size()
    {
        var x = Input();
        using var same = Conv1d(4, 1, 5, Padding.Same);
        Expect.Close(PythonValues.SameConv1dOutput, same.call(x)[1, 0]);
        using var valid = Conv1d(4, 1, 3, Padding.Valid);
        Assert.Equal([2, 1, 9], valid.call(x).shape);
        Assert.Throws<ArgumentException>(() => Conv1d(4, 1, 3, Padding.Same, stride: 2));
    }

    [Fact]
    public void Over_the_means_of_channels_it_computes_Pythons_values()
    {
        manual_seed(4);
        var x = randn(2, 4, 5, 5);
        using var convolution = Conv1d(1, 1, 3, padding: 1, bias: false);
        var means = x.mean([2, 3], keepdim: true);
        var output = convolution.call(means.squeeze(-1).transpose(-1, -2));
        Assert.Equal([2, 1, 4], output.shape);
        Expect.Close(PythonValues.GatingConv1dOutput, output);
        Assert.Equal([2, 4, 1, 1], output.transpose(-1, -2).unsqueeze(-1).sigmoid().shape);
    }

    [Fact]
    public void It_refuses_what_it_cannot_do()
    {
        Assert.Throws<NotSupportedException>(() => Conv1d(4, 4, 3, padding: 1, padding_mode: PaddingModes.Circular));
        Assert.Throws<ArgumentException>(() => Conv1d(4, 4, 3, groups: 3));
    }

    [Fact]
    public void It_is_made_with_the_asked_dtype_and_trains()
    {
        using var convolution = Conv1d(1, 1, 1, device: CPU, dtype: ScalarType.Float64);
        Assert.Equal((ScalarType.Float64, ScalarType.Float64), (convolution.weight.dtype, convolution.bias!.dtype));
        convolution.call(ones(1, 1, 3, dtype: ScalarType.Float64)).sum().backward();
        Assert.Equal(3.0, convolution.weight.grad!.item<double>());
        Assert.Equal("Conv1d", convolution.GetName());
    }

    private static Tensor Input()
    {
        manual_seed(4);
        return randn(2, 4, 11);
    }
}
