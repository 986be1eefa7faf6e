using TorchSharp.Modules;
using Xunit;
using static TorchSharp.torch;

namespace ResNetGen.Runtime.Tests;

/// <summary>What a spec freezes has no gradients and stays in evaluation mode, whatever is called.</summary>
public sealed class FreezingTests
{
    public static TheoryData<string, string, string> Counted
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            (string Name, string Frozen)[] all =
            [
                (nameof(Small.NothingFrozenNet), ""),
                (nameof(Small.AllTrainableNet), ""),
                (nameof(Small.FrozenStemNet), "conv1 bn1"),
                (nameof(Small.FrozenStageNet), "conv1 bn1 layer1"),
                (nameof(Small.TrainableNet), "conv1 bn1 layer1"),
            ];
            foreach (var (name, frozen) in all)
            {
                data.Add(name, frozen, Devices.Cpu);
                data.Add(name, frozen, Devices.Cuda);
            }

            return data;
        }
    }

    public static TheoryData<string> BothDevices => Devices.Both;

    [Theory, MemberData(nameof(Counted))]
    public void Both_ways_to_count_freeze_the_same_parts(string name, string frozen, string device)
    {
        using var network = Small.Create(name, Devices.Get(device));
        var parts = frozen.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        AssertFrozen("as built");
        network.train();
        AssertFrozen("after train()");
        network.eval();
        network.train();
        AssertFrozen("after eval() and train()");
        foreach (var parameter in network.parameters())
            parameter.requires_grad = true;
        network.train();
        AssertFrozen("after train() on parameters set free");

        void AssertFrozen(string when)
        {
            foreach (var (key, parameter) in network.named_parameters())
                Assert.True(IsFrozen(key) != parameter.requires_grad, $"{key} {when}");
            foreach (var (key, module) in network.named_modules().Where(m => m.name.Length > 0))
                Assert.True(IsFrozen(key) != module.training, $"{key} {when}");
        }

        bool IsFrozen(string key) => parts.Contains(key.Split('.')[0]);
    }

    [Theory, MemberData(nameof(BothDevices))]
    public void A_training_step_changes_what_is_not_frozen_and_nothing_else(string device)
    {
        var where = Devices.Get(device);
        using var network = new Small.FrozenStageNet(where);
        network.train();
        var before = network.state_dict().ToDictionary(e => e.Key, e => e.Value.clone(), StringComparer.Ordinal);
        using var optimizer = optim.SGD(network.parameters().Where(p => p.requires_grad), 0.1);
        using var input = randn([4, 3, 16, 16], device: where);
        using var output = network.call(input);
        using var loss = output.square().sum();
        loss.backward();
        optimizer.step();

        foreach (var (key, value) in network.state_dict())
        {
            var isFrozen = key.Split('.')[0] is "conv1" or "bn1" or "layer1";
            Assert.True(isFrozen == value.Equals(before[key]), key);
        }
    }

    [Theory, MemberData(nameof(BothDevices))]
    public void Batch_norms_kept_in_evaluation_do_not_change_their_statistics(string device)
    {
        var where = Devices.Get(device);
        using var network = new Small.NormEvalNet(where);
        network.eval();
        network.train();
        using var input = randn([4, 3, 16, 16], device: where);
        network.call(input).Dispose();

        Assert.True(network.training);
        Assert.True(network.Layer1[0].Conv1.training);
        foreach (var norm in network.modules().OfType<BatchNorm2d>())
        {
            Assert.False(norm.training);
            Assert.Equal(0, norm.running_mean!.abs().sum().item<float>());
            Assert.All(norm.parameters(), p => Assert.True(p.requires_grad));
        }
    }
}
