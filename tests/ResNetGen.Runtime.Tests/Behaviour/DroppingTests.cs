using ResNetGen.Tool.Probing;
using Xunit;
using static TorchSharp.torch;

namespace ResNetGen.Runtime.Tests;

/// <summary>What training drops, and evaluation does not.</summary>
public sealed class DroppingTests
{
    private const int Pictures = 4000;

    public static TheoryData<string> BothDevices => Devices.Both;

    [Fact]
    public void Probabilities_of_stochastic_depth_grow_linearly()
    {
        using var network = new Small.StochasticNet();

        double[] probabilities = [.. network.Layer1.Concat(network.Layer2).Select(b => b.DropProbability)];

        Assert.Equal([0, 0.2, 0.4, 0.6], probabilities.Select(p => Math.Round(p, 12)));
    }

    [Theory, MemberData(nameof(BothDevices))]
    public void Stochastic_depth_drops_whole_pictures_and_keeps_the_mean(string device)
    {
        var where = Devices.Get(device);
        random.manual_seed(3);
        using var network = new Small.StochasticPreactNet(where);
        using var noGrad = no_grad();
        var block = Assert.IsType<Small.StochasticPreactNet.IdentityPreactBottleneck>(network.Layer2[1]);
        using var one = randn([1, 64, 2, 2], device: where);
        using var input = one.expand(Pictures, 64, 2, 2);
        block.eval();
        var whole = Numbers(block, one);
        var shortcut = ProbeTensors.Numbers(one);
        Assert.NotEqual(shortcut, whole);

        block.train();
        // The norms stay as they were, so that dropping is all that changes.
        foreach (var norm in block.modules().OfType<TorchSharp.Modules.BatchNorm2d>())
            norm.eval();
        var rows = Numbers(block, input);

        var (length, kept) = (whole.Length, 0);
        for (var picture = 0; picture < Pictures; picture++)
        {
            var row = rows.AsSpan(picture * length, length);
            if (row.SequenceEqual(shortcut))
                continue;

            kept++;
            for (var i = 0; i < length; i++)
                Assert.Equal(shortcut[i] + ((whole[i] - shortcut[i]) / 0.4), row[i], 1e-3);
        }

        // Six standard deviations: the expectation of the residual is kept.
        Assert.Equal(0.4, kept / (double)Pictures, 6 * Math.Sqrt(0.4 * 0.6 / Pictures));
    }

    [Theory, MemberData(nameof(BothDevices))]
    public void Nothing_is_dropped_in_evaluation(string device)
    {
        var where = Devices.Get(device);
        using var noGrad = no_grad();
        using var input = randn([8, 3, 16, 16], device: where);
        foreach (var name in (string[])[nameof(Small.StochasticNet), nameof(Small.DropoutNet)])
        {
            using var network = Small.Create(name, where);
            network.eval();
            Assert.Equal(Numbers(network, input), Numbers(network, input));
        }
    }

    [Theory, MemberData(nameof(BothDevices))]
    public void Stochastic_depth_and_dropout_change_training(string device)
    {
        var where = Devices.Get(device);
        using var noGrad = no_grad();
        using var input = randn([8, 3, 16, 16], device: where);
        foreach (var name in (string[])[nameof(Small.StochasticNet), nameof(Small.DropoutNet)])
        {
            using var network = Small.Create(name, where);
            network.train();
            random.manual_seed(1);
            var first = Numbers(network, input);
            random.manual_seed(1);
            Assert.Equal(first, Numbers(network, input));
            Assert.NotEqual(first, Numbers(network, input));
        }
    }

    [Theory, MemberData(nameof(BothDevices))]
    public void Dropout_drops_its_share_before_the_last_convolution_and_the_linear_layer(string device)
    {
        var where = Devices.Get(device);
        random.manual_seed(9);
        using var network = new Small.DropoutNet(where);
        using var noGrad = no_grad();
        using var input = ones([100, 8, 16, 16], device: where);

        AssertShare(network.Layer1[0].Dropout, 0.3);
        AssertShare(network.Dropout, 0.5);
        var order = network.Layer1[0].named_children().Select(c => c.name);
        Assert.Equal("conv1 bn1 dropout conv2 bn2", string.Join(' ', order));

        void AssertShare(nn.Module<Tensor, Tensor> dropout, double share)
        {
            var numbers = Numbers(dropout, input);
            Assert.Equal(share, numbers.Count(v => v == 0) / (double)numbers.Length, 0.01);
            Assert.All(numbers.Where(v => v != 0).Distinct(), v => Assert.Equal(1 / (1 - share), v, 1e-5));
        }
    }

    private static float[] Numbers(nn.Module<Tensor, Tensor> module, Tensor input)
    {
        using var output = module.call(input);
        return ProbeTensors.Numbers(output);
    }
}
