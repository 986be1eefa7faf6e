using ResNetGen.Tool.Probing;
using Xunit;
using static TorchSharp.torch;

namespace ResNetGen.Runtime.Tests;

/// <summary>Attention and anti-aliasing against the plain formula, number by number.</summary>
public sealed class AttentionTests
{
    private const int Size = 5;

    public static TheoryData<string> BothDevices => Devices.Both;

    [Theory, MemberData(nameof(BothDevices))]
    public void Squeeze_excitation_is_the_formula(string device)
    {
        using var network = new Small.SeNet(Devices.Get(device));
        ProbeTensors.Fill(network);
        var se = network.Layer1[0].Se;
        var (w1, b1) = (ProbeTensors.Numbers(se.Fc1.weight!), ProbeTensors.Numbers(se.Fc1.bias!));
        var (w2, b2) = (ProbeTensors.Numbers(se.Fc2.weight!), ProbeTensors.Numbers(se.Fc2.bias!));
        const int channels = 32;
        const int hidden = 8;
        Assert.Equal((hidden * channels, hidden), (w1.Length, b1.Length));

        AssertWeights(se, channels, means =>
        {
            var inner = Enumerable.Range(0, hidden).Select(h => Math.Max(b1[h] + Enumerable.Range(0, channels).Sum(c => w1[(h * channels) + c] * means[c]), 0)).ToArray();
            return c => Sigmoid(b2[c] + Enumerable.Range(0, hidden).Sum(h => w2[(c * hidden) + h] * inner[h]));
        });
    }

    [Theory, MemberData(nameof(BothDevices))]
    public void Efficient_channel_attention_is_the_formula(string device)
    {
        using var network = new Small.EcaNet(Devices.Get(device));
        ProbeTensors.Fill(network);
        var eca = network.Layer2[1].Se;
        var weight = ProbeTensors.Numbers(eca.Conv.weight!);
        Assert.Equal(3, weight.Length);

        AssertWeights(eca, 16, means => c => Sigmoid(Enumerable.Range(-1, 3).Sum(o => c + o is >= 0 and < 16 ? weight[o + 1] * means[c + o] : 0)));
    }

    [Theory, MemberData(nameof(BothDevices))]
    public void Blur_is_the_binomial_filter_over_reflected_borders(string device)
    {
        var where = Devices.Get(device);
        using var network = new Small.BlurNet(where);
        var block = Assert.IsAssignableFrom<Small.BlurNet.AntiAliasedBottleneck>(network.Layer2[0]);
        using var noGrad = no_grad();
        using var input = randn([1, 2, Size, Size], device: where);
        using var output = block.AntiAlias.call(input);
        var (before, after) = (ProbeTensors.Numbers(input), ProbeTensors.Numbers(output));
        int[] taps = [1, 2, 1];

        Assert.Equal([1, 2, 3, 3], output.shape);
        for (var i = 0; i < after.Length; i++)
        {
            var (channel, row, column) = (i / 9, i / 3 % 3 * 2, i % 3 * 2);
            var sum = 0.0;
            for (var y = 0; y < 3; y++)
            {
                for (var x = 0; x < 3; x++)
                    sum += taps[y] * taps[x] * before[(channel * Size * Size) + (Reflected(row + y - 1) * Size) + Reflected(column + x - 1)];
            }

            Assert.Equal(sum / 16, after[i], 1e-5);
        }

        static int Reflected(int at) => at < 0 ? -at : at >= Size ? (2 * (Size - 1)) - at : at;
    }

    // The output is the input times a number per picture and channel, which the formula gives from the channels' means.
    private static void AssertWeights(nn.Module<Tensor, Tensor> attention, int channels, Func<double[], Func<int, double>> formula)
    {
        using var noGrad = no_grad();
        using var input = randn([2, channels, Size, Size], device: attention.parameters().First().device);
        using var output = attention.call(input);
        var (before, after) = (ProbeTensors.Numbers(input), ProbeTensors.Numbers(output));
        const int area = Size * Size;
        for (var picture = 0; picture < 2; picture++)
        {
            var start = picture * channels * area;
            double[] means = [.. Enumerable.Range(0, channels).Select(c => before.Skip(start + (c * area)).Take(area).Average())];
            var weights = formula(means);
            for (var i = start; i < start + (channels * area); i++)
                Assert.Equal(before[i] * weights((i - start) / area), after[i], 1e-5);
        }
    }

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));
}
