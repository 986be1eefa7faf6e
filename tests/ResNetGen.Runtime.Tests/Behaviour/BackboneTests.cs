using ResNetGen.Tool.Probing;
using Xunit;
using static TorchSharp.torch;

namespace ResNetGen.Runtime.Tests;

/// <summary>Networks without a head, with some of the taps, and with a head for one size.</summary>
public sealed class BackboneTests
{
    public static TheoryData<string> BothDevices => Devices.Both;

    [Theory, MemberData(nameof(BothDevices))]
    public void Without_a_head_the_output_is_the_last_tap(string device)
    {
        var where = Devices.Get(device);
        using var network = new Small.BackboneNet(where);
        network.eval();
        using var noGrad = no_grad();
        using var input = randn([2, 3, 16, 16], device: where);
        using var output = network.call(input);
        using var maps = network.Features(input);

        Assert.Equal([2, 24, 4, 4], output.shape);
        Assert.Equal(ProbeTensors.Numbers(maps.C4), ProbeTensors.Numbers(output));
    }

    [Theory, MemberData(nameof(BothDevices))]
    public void Only_the_taps_that_are_named_are_returned_and_no_stage_behind_them_runs(string device)
    {
        var where = Devices.Get(device);
        using var network = new Small.TapsNet(where);
        network.eval();
        using var noGrad = no_grad();
        using var input = randn([2, 3, 16, 16], device: where);
        var ran = new List<string>();
        foreach (var (name, stage) in new[] { ("layer1", (nn.Module<Tensor, Tensor>)network.Layer1), ("layer2", network.Layer2), ("layer3", network.Layer3) })
            stage.register_forward_hook((_, _, output) => Ran(name, output));

        using var maps = network.Features(input);

        Assert.Equal(["layer1", "layer2"], ran);
        Assert.Equal("C1 C3", string.Join(' ', typeof(Small.TapsNet.FeatureMaps).GetProperties().Select(p => p.Name)));
        Assert.Equal([2, 8, 16, 16], maps.C1.shape);
        Assert.Equal([2, 16, 8, 8], maps.C3.shape);

        using var last = network.call(input);
        Assert.Equal(ProbeTensors.Numbers(maps.C3), ProbeTensors.Numbers(last));

        Tensor Ran(string name, Tensor output)
        {
            ran.Add(name);
            return output;
        }
    }

    [Theory, MemberData(nameof(BothDevices))]
    public void A_final_norm_and_activation_follow_the_last_tap_where_they_are_said(string device)
    {
        var where = Devices.Get(device);
        using var network = new Small.FinalNormNet(where);
        network.eval();
        using var noGrad = no_grad();
        using var input = randn([2, 3, 16, 16], device: where);
        using var output = network.call(input);
        using var maps = network.Features(input);
        using var normed = network.FinalNorm.call(maps.C3);

        Assert.Equal(ProbeTensors.Numbers(normed).Select(v => Math.Max(v, 0)), ProbeTensors.Numbers(output));
    }

    [Theory, MemberData(nameof(BothDevices))]
    public void A_pool_of_a_fixed_kernel_refuses_another_size_in_one_sentence(string device)
    {
        var where = Devices.Get(device);
        using var network = new Small.PoolKernelNet(where);
        network.eval();
        using var noGrad = no_grad();
        using var right = zeros([1, 3, 16, 16], device: where);
        using var wrong = zeros([1, 3, 16, 24], device: where);
        using var logits = network.call(right);

        var exception = Assert.Throws<ArgumentException>(() => network.forward(wrong));

        // 8x8 maps, pooled 4x4, flattened channel by channel.
        Assert.Equal([5, 16 * 2 * 2], network.Fc.weight!.shape);
        Assert.Equal([1, 5], logits.shape);
        Assert.Equal("input", exception.ParamName);
        Assert.StartsWith("PoolKernelNet takes [N, 3, 16, 16], not [1, 3, 16, 24].", exception.Message, StringComparison.Ordinal);
        using var maps = network.Features(wrong);
        Assert.Equal([1, 16, 8, 12], maps.C3.shape);
    }

    [Fact]
    public void Members_are_the_same_under_timms_naming()
    {
        using var network = new Small.PreactTimmNet();

        Assert.Equal([8, 8, 3, 3], network.Layer1[0].Conv2.weight!.shape);
        var first = Assert.IsType<Small.PreactTimmNet.ProjectionPreactBottleneck>(network.Layer1[0]);
        Assert.Equal([32, 8, 1, 1], first.Downsample.Conv.weight!.shape);
        Assert.Equal(32, network.Layer2[1].Norm1.weight!.numel() / 2);
        Assert.True(network.state_dict().ContainsKey("stages.1.blocks.1.norm1.weight"));
        Assert.True(network.state_dict().ContainsKey("stages.0.blocks.0.downsample.conv.weight"));
        Assert.Equal([5, 64, 1, 1], network.state_dict()["head.fc.weight"].shape);
    }
}
