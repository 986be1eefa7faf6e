using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace ResNetGen.Training.Tests;

public sealed class FreezingTests
{
    public static TheoryData<string, int, string[]> Cases => new()
    {
        { nameof(TorchvisionNet), 0, ["conv1", "bn1"] },
        { nameof(TorchvisionNet), 1, ["conv1", "bn1", "layer1"] },
        { nameof(TorchvisionNet), 3, ["conv1", "bn1", "layer1", "layer2", "layer3"] },
        { nameof(TimmPreactNet), 0, ["stem"] },
        { nameof(TimmPreactNet), 1, ["stem", "stages.0"] },
        { nameof(MmdetDeepNet), 0, ["stem"] },
        { nameof(MmdetDeepNet), 2, ["stem", "layer1", "layer2"] },
        { nameof(MmpretrainDeepNet), 1, ["stem", "layer1"] },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_stem_and_so_many_stages_have_no_gradients_and_stay_in_evaluation_mode(string name, int stages, string[] frozen)
    {
        using var network = Networks.Create(name);
        for (var time = 0; time < 2; time++)
        {
            network.train();
            Freezing.Apply(network, new FineTuning { FrozenStages = stages });

            foreach (var (key, parameter) in network.named_parameters())
                Assert.True(parameter.requires_grad != Lies(key), $"{key} learns: {parameter.requires_grad}");
            foreach (var (key, module) in network.named_modules())
            {
                // What holds nothing has no mode that matters: the stem's pool.
                if (module.parameters().Any())
                    Assert.True(module.training != Lies(key), $"{key} trains: {module.training}");
            }
        }

        bool Lies(string key) => frozen.Any(f => key == f || key.StartsWith(f + ".", StringComparison.Ordinal));
    }

    [Fact]
    public void A_backbone_within_another_network_is_found_by_that_name()
    {
        using var network = new Wrapped();
        network.train();

        Freezing.Apply(network, new FineTuning { FrozenStages = 1 });

        Assert.False(network.Backbone.Layer1.training);
        Assert.True(network.Backbone.Layer2.training);
        Assert.All(network.Head.parameters(), p => Assert.True(p.requires_grad));
        Assert.All(network.Backbone.Conv1.parameters(), p => Assert.False(p.requires_grad));
    }

    [Fact]
    public void Frozen_norms_stay_in_evaluation_mode_and_still_learn()
    {
        using var network = new TorchvisionNet();
        network.train();

        Freezing.Apply(network, new FineTuning { FrozenNorms = true });

        Assert.All(network.modules().OfType<BatchNorm2d>(), n => Assert.False(n.training));
        Assert.All(network.parameters(), p => Assert.True(p.requires_grad));
        Assert.True(network.Layer1.training);
    }

    [Fact]
    public void Frozen_parts_are_the_same_to_the_bit_after_steps()
    {
        torch.manual_seed(1);
        using var network = new TorchvisionNet();
        var recipe = Recipes.Find("finetune") with { FineTuning = new FineTuning { FrozenStages = 1, FrozenNorms = true } };
        var before = Networks.Numbers(network);
        using (var optimizer = ParameterGroups.Optimizer(network, recipe))
        {
            ParameterGroups.SetRate(optimizer, 0.1);
            for (var step = 0; step < 2; step++)
                Networks.Step(network, optimizer, () => Freezing.Apply(network, recipe.FineTuning));
        }

        foreach (var (name, numbers) in Networks.Numbers(network))
        {
            var isFrozen = name.StartsWith("conv1.", StringComparison.Ordinal) || name.StartsWith("bn1.", StringComparison.Ordinal)
                || name.StartsWith("layer1.", StringComparison.Ordinal)
                || name.Contains("running_", StringComparison.Ordinal) || name.EndsWith("num_batches_tracked", StringComparison.Ordinal);
            Assert.True(isFrozen == numbers.AsSpan().SequenceEqual(before[name]), $"{name} {(isFrozen ? "changed" : "stayed")}");
        }
    }

    [Fact]
    public void More_stages_than_there_are_cannot_be_frozen()
    {
        using var network = new TorchvisionNet();
        using var linear = nn.Linear(3, 4);

        Assert.StartsWith(
            "frozen_stages: 4 is more than the network has: 3 stages",
            Assert.Throws<ArgumentException>(() => Freezing.Apply(network, new FineTuning { FrozenStages = 4 })).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Freezing.Apply(linear, new FineTuning { FrozenStages = 0 }));
    }

    [Fact]
    public void Nothing_is_frozen_where_nothing_is_said()
    {
        using var network = new TorchvisionNet();
        network.train();

        Freezing.Apply(network, null);
        Freezing.Apply(network, new FineTuning());

        Assert.All(network.modules(), m => Assert.True(m.training));
        Assert.All(network.parameters(), p => Assert.True(p.requires_grad));
    }

    private sealed class Wrapped : nn.Module
    {
        public Wrapped()
            : base(nameof(Wrapped))
        {
            register_module("backbone", Backbone);
            register_module("head", Head);
        }

        public TorchvisionNet Backbone { get; } = new();

        public Linear Head { get; } = nn.Linear(3, 4);
    }
}
