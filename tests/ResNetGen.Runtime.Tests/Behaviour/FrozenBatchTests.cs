using ResNetGen.Tool.Probing;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace ResNetGen.Runtime.Tests;

/// <summary>A frozen batch norm is four buffers that never change.</summary>
public sealed class FrozenBatchTests
{
    public static TheoryData<string> BothDevices => Devices.Both;

    [Theory, MemberData(nameof(BothDevices))]
    public void Norms_have_buffers_and_no_parameters(string device)
    {
        using var network = new Small.FrozenBatchNet(Devices.Get(device));
        var norm = network.Layer1[0].Bn1;

        Assert.Empty(norm.parameters());
        Assert.Equal("weight bias running_mean running_var", string.Join(' ', norm.state_dict().Keys));
        Assert.Equal(Small.FrozenBatchNet.Architecture.Buffers, network.buffers().Count());
        Assert.DoesNotContain(network.named_parameters(), p => p.name.Contains("bn", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(BothDevices))]
    public void Function_is_the_plain_formula(string device)
    {
        var where = Devices.Get(device);
        using var network = new Small.FrozenBatchNet(where);
        ProbeTensors.Fill(network);
        network.train();
        using var noGrad = no_grad();
        using var input = randn([2, 8, 3, 3], device: where);
        var norm = network.Layer1[1].Bn2;
        var state = norm.state_dict().ToDictionary(e => e.Key, e => ProbeTensors.Numbers(e.Value), StringComparer.Ordinal);
        using var output = norm.call(input);
        var (before, after) = (ProbeTensors.Numbers(input), ProbeTensors.Numbers(output));

        for (var i = 0; i < before.Length; i++)
        {
            var c = i / 9 % 8;
            var expected = ((before[i] - state["running_mean"][c]) / Math.Sqrt(state["running_var"][c] + 1e-5) * state["weight"][c]) + state["bias"][c];
            Assert.Equal(expected, after[i], 1e-5);
        }
    }

    [Theory, MemberData(nameof(BothDevices))]
    public void Training_changes_no_buffer(string device)
    {
        var where = Devices.Get(device);
        using var network = new Small.FrozenBatchNet(where);
        ProbeTensors.Fill(network);
        network.train();
        var before = network.named_buffers().ToDictionary(b => b.name, b => ProbeTensors.Numbers(b.buffer), StringComparer.Ordinal);
        using var optimizer = optim.SGD(network.parameters(), 0.1, momentum: 0.9, weight_decay: 0.1);
        using var input = randn([4, 3, 16, 16], device: where);
        for (var i = 0; i < 2; i++)
        {
            optimizer.zero_grad();
            using var output = network.call(input);
            using var loss = output.sum();
            loss.backward();
            optimizer.step();
        }

        Assert.All(network.named_buffers(), b => Assert.Equal(before[b.name], ProbeTensors.Numbers(b.buffer)));
    }

    [Theory, MemberData(nameof(BothDevices))]
    public void Buffers_move_with_the_network(string device)
    {
        var where = Devices.Get(device);
        using var network = new Small.FrozenBatchNet();

        network.to(ScalarType.Float64);
        network.to(where);

        Assert.All(network.buffers(), b => Assert.Equal((ScalarType.Float64, where.type), (b.dtype, b.device_type)));
        using var noGrad = no_grad();
        using var input = randn([1, 3, 16, 16], ScalarType.Float64, device: where);
        using var output = network.call(input);
        Assert.Equal(ScalarType.Float64, output.dtype);
    }
}
