using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace ResNetGen.Runtime.Tests;

/// <summary>A generated class is a TorchSharp module like any other.</summary>
public sealed class ModuleTests
{
    public static TheoryData<string> BothDevices => Devices.Both;

    [Fact]
    public void Convolutions_start_as_the_paper_says()
    {
        random.manual_seed(1);
        using var network = new ResNet50();

        var weight = network.Layer2[1].Conv2.weight!;
        using var mean = weight.mean();
        using var deviation = weight.std();
        // Kaiming normal, fan out: sqrt(2 / (channels out x kernel area)).
        Assert.Equal(0, mean.item<float>(), 1e-3);
        Assert.Equal(Math.Sqrt(2.0 / (128 * 9)), deviation.item<float>(), 5e-4);
        Assert.All(network.Layer2[1].Bn3.weight!.data<float>().ToArray(), v => Assert.Equal(1, v));
        Assert.All(network.Layer2[1].Bn3.bias!.data<float>().ToArray(), v => Assert.Equal(0, v));
    }

    [Fact]
    public void Same_seed_gives_the_same_weights()
    {
        random.manual_seed(7);
        using var first = new CifarResNet20();
        random.manual_seed(7);
        using var second = new CifarResNet20();
        random.manual_seed(8);
        using var other = new CifarResNet20();

        Assert.True(first.Layer3[2].Conv2.weight!.equal(second.Layer3[2].Conv2.weight!).all().item<bool>());
        Assert.False(first.Layer3[2].Conv2.weight!.equal(other.Layer3[2].Conv2.weight!).all().item<bool>());
    }

    [Fact]
    public void Inside_another_module_every_tensor_has_one_key()
    {
        using var network = new CifarResNet20();
        using var parent = nn.Sequential(("backbone", network), ("relu", nn.ReLU()));

        var keys = parent.state_dict().Keys.ToList();

        Assert.Equal([.. network.state_dict().Keys.Select(k => "backbone." + k)], keys);
        Assert.Equal(CifarResNet20.Architecture.StateDictEntries, keys.Count);
    }

    [Fact]
    public void Weights_survive_a_file()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            using var saved = new CifarResNet20();
            using var loaded = new CifarResNet20();
            saved.save(path);
            loaded.load(path);

            foreach (var (key, value) in saved.state_dict())
                Assert.True(value.equal(loaded.state_dict()[key]).all().item<bool>(), key);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Whole_network_changes_type_and_mode()
    {
        using var network = new CifarResNet20();
        network.to(ScalarType.Float64);
        network.eval();
        using var noGrad = no_grad();
        using var input = rand([1, 3, 32, 32], ScalarType.Float64);

        using var logits = network.call(input);

        Assert.Equal(ScalarType.Float64, logits.dtype);
        Assert.False(network.Layer1[0].Bn1.training);
        network.train();
        Assert.True(network.Layer1[0].Bn1.training);
    }

    [Theory, MemberData(nameof(BothDevices))]
    public void Training_on_one_batch_brings_the_loss_down(string device)
    {
        var where = Devices.Get(device);
        random.manual_seed(3);
        using var network = new CifarResNet20(where);
        using var optimizer = optim.SGD(network.parameters(), 0.05, momentum: 0.9);
        using var input = randn([16, 3, 32, 32], device: where);
        using var target = tensor(Enumerable.Range(0, 16).Select(i => i % 10L).ToArray(), device: where);
        var losses = new List<float>();

        for (var i = 0; i < 15; i++)
        {
            optimizer.zero_grad();
            using var logits = network.call(input);
            using var loss = nn.functional.cross_entropy(logits, target);
            loss.backward();
            optimizer.step();
            losses.Add(loss.item<float>());
        }

        Assert.True(losses[^1] < losses[0] / 2, $"loss {losses[0]} came to {losses[^1]}");
    }
}
