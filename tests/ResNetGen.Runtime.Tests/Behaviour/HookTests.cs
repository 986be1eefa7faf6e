using ResNetGen.Tool.Probing;
using TorchSharp.Modules;
using Xunit;
using static TorchSharp.torch;

namespace ResNetGen.Runtime.Tests;

internal static partial class Small
{
    internal sealed partial class HookedNet
    {
        private Conv2d? _added;

        public List<int> Levels { get; } = [];

        partial void OnCreated(Device? device, ScalarType? dtype)
        {
            _added = nn.Conv2d(8, 8, 1, bias: false, device: device, dtype: dtype);
            register_module("added", _added);
        }

        partial void OnTap(int level, ref Tensor map)
        {
            Levels.Add(level);
            if (level != 2)
                return;

            using var before = map;
            map = _added!.call(before);
        }
    }
}

/// <summary>Layers that the other half of a class adds run in forward and in Features, and have their keys.</summary>
public sealed class HookTests
{
    public static TheoryData<string> BothDevices => Devices.Both;

    [Theory, MemberData(nameof(BothDevices))]
    public void What_is_added_runs_in_forward_and_in_Features(string device)
    {
        var where = Devices.Get(device);
        using var network = new Small.HookedNet(where);
        using var plain = new Small.BasicNet(where);
        network.eval();
        plain.eval();
        ProbeTensors.Fill(network);
        ProbeTensors.Fill(plain);
        using var noGrad = no_grad();
        using var input = randn([2, 3, 16, 16], device: where);

        using var logits = network.call(input);
        Assert.Equal([1, 2, 3], network.Levels);
        using var maps = network.Features(input);
        Assert.Equal([1, 2, 3, 1, 2, 3], network.Levels);

        using var plainMaps = plain.Features(input);
        var added = (Conv2d)network.named_children().Single(c => c.name == "added").module;
        using var expected = added.call(plainMaps.C2);
        using var rest = network.Layer2.call(expected);
        Assert.Equal(ProbeTensors.Numbers(plainMaps.C1), ProbeTensors.Numbers(maps.C1));
        Assert.Equal(ProbeTensors.Numbers(expected), ProbeTensors.Numbers(maps.C2));
        Assert.Equal(ProbeTensors.Numbers(rest), ProbeTensors.Numbers(maps.C3));
        using var pooled = network.AvgPool.call(maps.C3);
        using var flat = pooled.flatten(1);
        using var output = network.Fc.call(flat);
        Assert.Equal(ProbeTensors.Numbers(output), ProbeTensors.Numbers(logits));
    }

    [Theory, MemberData(nameof(BothDevices))]
    public void What_is_added_is_in_the_state_dict_and_lies_where_the_network_does(string device)
    {
        var where = Devices.Get(device);
        using var network = new Small.HookedNet(where, ScalarType.Float64);
        var state = network.state_dict();

        Assert.Equal(Small.HookedNet.Architecture.StateDictEntries + 1, state.Count);
        Assert.Equal([8, 8, 1, 1], state["added.weight"].shape);
        Assert.Equal((ScalarType.Float64, where.type), (state["added.weight"].dtype, state["added.weight"].device_type));
    }
}
