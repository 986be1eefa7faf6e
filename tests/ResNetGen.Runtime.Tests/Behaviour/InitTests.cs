using Xunit;
using static TorchSharp.torch;

namespace ResNetGen.Runtime.Tests;

/// <summary>The first weights.</summary>
public sealed class InitTests
{
    public static TheoryData<string> BothDevices => Devices.Both;

    [Theory, MemberData(nameof(BothDevices))]
    public void Convolutions_start_with_the_deviation_of_their_scheme(string device)
    {
        var where = Devices.Get(device);
        random.manual_seed(2);
        using var fanOut = new Small.BasicNet(where);
        using var fanIn = new Small.FanInNet(where);
        using var standard = new Small.DefaultInitNet(where);

        // 3x3, 8 to 16 channels; PyTorch's own is uniform within 1 / sqrt(fan in).
        Deviates(fanOut.Layer2[0].Conv1.weight!, Math.Sqrt(2.0 / (16 * 9)));
        Deviates(fanIn.Layer2[0].Conv1.weight!, Math.Sqrt(2.0 / (8 * 9)));
        Deviates(standard.Layer2[0].Conv1.weight!, 1 / Math.Sqrt(3.0 * 8 * 9));
    }

    [Theory, MemberData(nameof(BothDevices))]
    public void Linear_layers_start_normal_where_that_is_said(string device)
    {
        var where = Devices.Get(device);
        random.manual_seed(4);
        using var normal = new Small.FanInNet(where);
        using var convolution = new Small.TimmLinearInitNet(where);
        using var standard = new Small.BasicNet(where);

        Deviates(normal.Fc.weight!, 0.01);
        Deviates(convolution.Fc.weight!, 0.01);
        Deviates(standard.Fc.weight!, 1 / Math.Sqrt(3.0 * 16));
        Assert.Equal(0, normal.Fc.bias!.abs().sum().item<float>());
        Assert.Equal(0, convolution.Fc.bias!.abs().sum().item<float>());
        Assert.NotEqual(0, standard.Fc.bias!.abs().sum().item<float>());
    }

    // Within five standard errors of a deviation, and of a mean of 0.
    private static void Deviates(Tensor weight, double expected)
    {
        using var deviation = weight.std();
        using var mean = weight.mean();
        var error = 5 * expected / Math.Sqrt(2.0 * weight.numel());
        Assert.Equal(expected, deviation.item<float>(), error);
        Assert.Equal(0, mean.item<float>(), 2 * error);
    }
}
