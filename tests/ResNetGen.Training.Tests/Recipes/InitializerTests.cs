using TorchSharp;
using static TorchSharp.torch;

namespace ResNetGen.Training.Tests;

public sealed class InitializerTests
{
    private static readonly Recipe Kaiming = new() { Name = "x", Length = TrainingLength.Epochs(1), LearningRate = new LearningRatePlan() };

    [Fact]
    public void The_seed_decides_every_weight_whatever_the_network_was_before()
    {
        using var first = new TorchvisionNet();
        using var second = new TorchvisionNet();
        using var other = new TorchvisionNet();
        using (var optimizer = optim.SGD(second.parameters(), 0.1))
            Networks.Step(second, optimizer, () => { });

        Initializer.Apply(first, Kaiming with { Seed = 5 });
        Initializer.Apply(second, Kaiming with { Seed = 5 });
        Initializer.Apply(other, Kaiming with { Seed = 6 });

        var (one, two, three) = (Networks.Numbers(first), Networks.Numbers(second), Networks.Numbers(other));
        Assert.All(one, e => Assert.True(e.Value.AsSpan().SequenceEqual(two[e.Key]), e.Key));
        Assert.False(one["conv1.weight"].AsSpan().SequenceEqual(three["conv1.weight"]));
    }

    [Fact]
    public void Seeds_above_the_largest_signed_number_count_as_others()
    {
        using var first = new TorchvisionNet();
        using var second = new TorchvisionNet();

        Initializer.Apply(first, Kaiming with { Seed = ulong.MaxValue });
        Initializer.Apply(second, Kaiming with { Seed = ulong.MaxValue - 1 });

        Assert.False(Networks.Numbers(first)["conv1.weight"].AsSpan().SequenceEqual(Networks.Numbers(second)["conv1.weight"]));
    }

    [Fact]
    public void Convolutions_deviate_by_the_root_of_two_over_fan_out_and_norms_are_one_and_zero()
    {
        using var scope = torch.NewDisposeScope();
        using var network = new TorchvisionNet();
        foreach (var parameter in network.parameters())
            parameter.requires_grad = false;
        foreach (var tensor in network.state_dict().Values)
            tensor.fill_(7);

        Initializer.Apply(network, Kaiming);

        // 64 x 3 x 7 x 7 = 9,408 draws: their deviation lies within 5 % of the distribution's.
        var stem = network.Conv1.weight!;
        Assert.Equal(1, stem.std().item<float>() / Math.Sqrt(2.0 / (stem.shape[0] * 49)), 0.05);
        Assert.All(network.state_dict(), entry =>
        {
            var sum = entry.Value.to_type(ScalarType.Float64).sum().item<double>();
            if (entry.Key.EndsWith("running_var", StringComparison.Ordinal) || (entry.Key.EndsWith("weight", StringComparison.Ordinal) && entry.Value.dim() == 1))
                Assert.Equal(entry.Value.numel(), sum);
            else if (entry.Value.dim() < 2 && entry.Key != "fc.bias")
                Assert.Equal(0, sum);
        });
        var bound = 1 / Math.Sqrt(network.Fc.weight!.shape[1]);
        Assert.InRange(network.Fc.weight.abs().max().item<float>(), bound / 2, bound);
        Assert.InRange(network.Fc.bias!.abs().max().item<float>(), bound / 100, bound);
    }

    [Fact]
    public void Norms_that_the_class_zeroed_stay_zero()
    {
        using var scope = torch.NewDisposeScope();
        using var network = new ZeroInitNet();

        Initializer.Apply(network, Kaiming);

        Assert.Equal(0, network.Layer1[0].Bn2.weight!.abs().sum().item<float>());
        Assert.Equal(4, network.Layer1[0].Bn1.weight!.abs().sum().item<float>());
    }

    [Fact]
    public void A_classifier_that_is_a_convolution_is_a_linear_layer_all_the_same()
    {
        using var scope = torch.NewDisposeScope();
        using var network = new TimmPreactNet();

        Initializer.Apply(network, Kaiming);

        var weight = network.state_dict()["head.fc.weight"];
        Assert.Equal(4, weight.dim());
        Assert.InRange(weight.abs().max().item<float>(), 0.5 / Math.Sqrt(weight.shape[1]), 1 / Math.Sqrt(weight.shape[1]));
    }

    [Fact]
    public void Keep_changes_nothing_and_seeds_all_the_same()
    {
        using var scope = torch.NewDisposeScope();
        using var network = new TorchvisionNet();
        var before = Networks.Numbers(network);

        Initializer.Apply(network, Kaiming with { Initialization = Initialization.Keep, Seed = 9 });
        var drawn = torch.randn(3);
        torch.manual_seed(9);

        Assert.All(Networks.Numbers(network), e => Assert.True(e.Value.AsSpan().SequenceEqual(before[e.Key]), e.Key));
        Assert.True(drawn.allclose(torch.randn(3)));
    }
}
