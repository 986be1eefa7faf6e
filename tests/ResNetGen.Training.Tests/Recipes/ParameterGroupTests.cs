using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace ResNetGen.Training.Tests;

public sealed class ParameterGroupTests
{
    private static readonly Recipe Usual = new() { Name = "x", Length = TrainingLength.Epochs(1), LearningRate = new LearningRatePlan(), Initialization = Initialization.Keep };

    [Fact]
    public void Where_everything_learns_alike_there_is_one_group_of_all_in_order()
    {
        using var network = new TorchvisionNet();

        var group = Assert.Single(ParameterGroups.Of(network, Usual));

        Assert.Equal(network.parameters().Select(p => p.Handle), group.Parameters.Select(p => p.Handle));
        Assert.Equal((1, 0.9, 1e-4), (group.Options.LearningRate!.Value, group.Options.momentum!.Value, group.Options.weight_decay!.Value));
    }

    [Fact]
    public void Norms_and_biases_do_not_decay_where_the_recipe_says_so()
    {
        using var network = new TorchvisionNet();
        var recipe = Usual with { Optimizer = new SgdSettings { DecayNorms = false, WeightDecay = 0.01, Momentum = 0.8, Nesterov = true } };

        var names = Names(network, ParameterGroups.Of(network, recipe)).ToDictionary(g => g.Group.Options.weight_decay!.Value, g => g.Names);

        Assert.Equal([0.01, 0], names.Keys);
        Assert.All(names[0], n => Assert.True(n.Contains("bn", StringComparison.Ordinal) || n.EndsWith("downsample.1.weight", StringComparison.Ordinal) || n.EndsWith("bias", StringComparison.Ordinal), n));
        Assert.All(names[0.01], n => Assert.True(n.Contains("conv", StringComparison.Ordinal) || n.EndsWith("downsample.0.weight", StringComparison.Ordinal) || n == "fc.weight", n));
        Assert.Equal(network.parameters().Count(), names.Values.Sum(n => n.Count));
        Assert.All(ParameterGroups.Of(network, recipe), g => Assert.Equal((0.8, true), (g.Options.momentum!.Value, g.Options.nesterov!.Value)));
    }

    public static TheoryData<string, string[]> Rates => new()
    {
        { nameof(TorchvisionNet), ["1 fc", "0.5 layer3", "0.25 layer2", "0.125 layer1", "0.0625 conv1 bn1"] },
        { nameof(TimmPreactNet), ["1 head", "0.5 stages.1 norm", "0.25 stages.0", "0.125 stem"] },
        { nameof(MmdetDeepNet), ["1 fc", "0.5 layer2", "0.25 layer1", "0.125 stem"] },
        { nameof(FrozenBySpecNet), ["1 fc", "0.5 layer2"] },
    };

    [Theory]
    [MemberData(nameof(Rates))]
    public void Rates_fall_from_the_head_to_the_stem_in_every_naming(string name, string[] rates)
    {
        using var network = Networks.Create(name);

        var groups = Names(network, ParameterGroups.Of(network, Usual with { FineTuning = new FineTuning { RateDecay = 0.5 } }));

        var found = groups.ToDictionary(g => g.Group.Options.LearningRate!.Value, g => g.Names.Select(Part).ToHashSet());
        var expected = rates.Select(r => r.Split(' ')).ToDictionary(r => double.Parse(r[0], System.Globalization.CultureInfo.InvariantCulture), r => r[1..].ToHashSet());
        Assert.Equal(expected.Keys.Order(), found.Keys.Order());
        Assert.All(expected, e => Assert.Equal(e.Value, found[e.Key]));
        static string Part(string key) => key.StartsWith("stages.", StringComparison.Ordinal) ? key[..8] : key.Split('.')[0];
    }

    [Fact]
    public void Frozen_parts_are_in_no_group()
    {
        using var network = new TorchvisionNet();

        var names = Names(network, ParameterGroups.Of(network, Usual with { FineTuning = new FineTuning { FrozenStages = 2 } })).SelectMany(g => g.Names);

        Assert.All(names, n => Assert.True(n.StartsWith("layer3", StringComparison.Ordinal) || n.StartsWith("fc", StringComparison.Ordinal), n));
    }

    [Fact]
    public void A_rate_reaches_each_group_by_its_factor()
    {
        using var network = new TorchvisionNet();
        using var optimizer = ParameterGroups.Optimizer(network, Usual with { FineTuning = new FineTuning { RateDecay = 0.5 } });

        foreach (var rate in new[] { 0.1, 0.010000000000000002, 3e-5 })
        {
            ParameterGroups.SetRate(optimizer, rate);
            Assert.Equal([rate, rate / 2, rate / 4, rate / 8, rate / 16], optimizer.ParamGroups.Select(g => g.LearningRate).OrderDescending());
        }
    }

    [Fact]
    public void Factors_outlive_a_checkpoint_of_the_optimizer()
    {
        using var network = new TorchvisionNet();
        var recipe = Usual with { FineTuning = new FineTuning { RateDecay = 0.5 } };
        using var stream = new MemoryStream();
        using (var optimizer = ParameterGroups.Optimizer(network, recipe))
        {
            ParameterGroups.SetRate(optimizer, 0.3);
            Networks.Step(network, optimizer, () => { });
            using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
            optimizer.save_state_dict(writer);
        }

        stream.Position = 0;
        using var taken = ParameterGroups.Optimizer(network, recipe);
        using (var reader = new BinaryReader(stream))
            taken.load_state_dict(reader);
        ParameterGroups.SetRate(taken, 0.2);

        Assert.Equal([0.2, 0.1, 0.05, 0.025, 0.0125], taken.ParamGroups.Select(g => g.LearningRate).OrderDescending());
    }

    [Fact]
    public void A_step_is_the_rate_times_the_factor_times_the_gradient_and_the_decay()
    {
        torch.manual_seed(2);
        using var scope = torch.NewDisposeScope();
        using var network = new TorchvisionNet();
        var recipe = Usual with { Optimizer = new SgdSettings { WeightDecay = 0.1 }, FineTuning = new FineTuning { RateDecay = 0.5 } };
        using var optimizer = ParameterGroups.Optimizer(network, recipe);
        var parameters = network.named_parameters().ToList();
        var before = parameters.ToDictionary(p => p.name, p => p.parameter.detach().clone());
        network.train();
        var loss = nn.functional.cross_entropy(network.call(torch.randn(4, 3, 32, 32)), torch.tensor(new long[] { 0, 1, 2, 3 }));
        var gradients = torch.autograd.grad([loss], [.. parameters.Select(p => p.parameter)], retain_graph: true);

        ParameterGroups.SetRate(optimizer, 0.2);
        optimizer.zero_grad();
        loss.backward();
        optimizer.step();

        foreach (var (name, factor) in new[] { ("fc.weight", 1.0), ("layer3.0.conv1.weight", 0.5), ("layer1.0.bn1.weight", 0.125), ("conv1.weight", 0.0625) })
        {
            var place = parameters.FindIndex(p => p.name == name);
            var expected = before[name] - ((gradients[place] + (before[name] * 0.1)) * (0.2 * factor));
            Assert.True(expected.allclose(parameters[place].parameter, 1e-6, 1e-7), name);
        }
    }

    [Fact]
    public void A_network_that_is_frozen_whole_cannot_be_trained()
    {
        using var network = new FrozenBySpecNet();
        foreach (var parameter in network.parameters())
            parameter.requires_grad = false;

        Assert.StartsWith("Every parameter of the network is frozen", Assert.Throws<ArgumentException>(() => ParameterGroups.Of(network, Usual)).Message, StringComparison.Ordinal);
    }

    private static List<(SGD.ParamGroup Group, List<string> Names)> Names(nn.Module network, IReadOnlyList<SGD.ParamGroup> groups)
    {
        var names = network.named_parameters().ToDictionary(p => p.parameter.Handle, p => p.name);
        return [.. groups.Select(g => (g, g.Parameters.Select(p => names[p.Handle]).ToList()))];
    }
}
