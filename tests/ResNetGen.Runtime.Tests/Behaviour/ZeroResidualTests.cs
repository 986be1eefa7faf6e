using ResNetGen.Tool.Probing;
using Xunit;
using static TorchSharp.torch;

namespace ResNetGen.Runtime.Tests;

/// <summary>With zero_init_residual every block starts as its shortcut.</summary>
public sealed class ZeroResidualTests
{
    public static TheoryData<string> BothDevices => Devices.Both;

    [Theory, MemberData(nameof(BothDevices))]
    public void A_block_with_norms_is_the_activation_of_its_shortcut(string device)
    {
        var where = Devices.Get(device);
        using var network = new Small.ZeroNet(where);
        using var noGrad = no_grad();
        using var input = randn([2, 8, 8, 8], device: where);

        SameAsRelu(network.Layer1[1], input, input);
        var projecting = Assert.IsType<Small.ZeroNet.ProjectionBasicBlock>(network.Layer2[0]);
        using var shortcut = projecting.Downsample.call(input);
        SameAsRelu(projecting, input, shortcut);
    }

    [Theory, MemberData(nameof(BothDevices))]
    public void A_preactivated_block_is_its_shortcut(string device)
    {
        var where = Devices.Get(device);
        using var network = new Small.ZeroPreactNet(where);
        using var noGrad = no_grad();
        using var input = randn([2, 32, 8, 8], device: where);

        using var output = network.Layer1[1].call(input);

        Assert.Equal(ProbeTensors.Numbers(input), ProbeTensors.Numbers(output));
        Assert.All(network.Layer1, block => Assert.Equal(0, block.Conv3.weight!.abs().sum().item<float>()));
        Assert.All(network.Layer1, block => Assert.NotEqual(0, block.Bn3.weight!.abs().sum().item<float>()));
    }

    [Theory, MemberData(nameof(BothDevices))]
    public void A_block_without_norms_is_the_activation_of_its_shortcut(string device)
    {
        var where = Devices.Get(device);
        using var network = new Small.ZeroNoNormNet(where);
        using var noGrad = no_grad();
        using var input = randn([2, 8, 8, 8], device: where);

        SameAsRelu(network.Layer1[0], input, input);
    }

    [Theory, MemberData(nameof(BothDevices))]
    public void A_block_with_a_padded_shortcut_is_its_input_and_zeros(string device)
    {
        var where = Devices.Get(device);
        using var network = new Small.ZeroGroupNet(where);
        using var noGrad = no_grad();
        using var input = randn([1, 8, 4, 4], device: where);
        using var output = network.Layer2[0].call(input);
        var (before, after) = (ProbeTensors.Numbers(input), ProbeTensors.Numbers(output));

        Assert.Equal([1, 16, 2, 2], output.shape);
        for (var i = 0; i < after.Length; i++)
        {
            var (channel, row, column) = (i / 4, i / 2 % 2, i % 2);
            var expected = channel < 8 ? Math.Max(before[(channel * 16) + (row * 8) + (column * 2)], 0) : 0;
            Assert.Equal(expected, after[i]);
        }
    }

    private static void SameAsRelu(nn.Module<Tensor, Tensor> block, Tensor input, Tensor shortcut)
    {
        using var output = block.call(input);
        Assert.Equal(ProbeTensors.Numbers(shortcut).Select(v => Math.Max(v, 0)), ProbeTensors.Numbers(output));
    }
}
