using Xunit;
using static TorchSharp.torch;

namespace ResNetGen.Runtime.Tests;

/// <summary>Gradients reach every parameter of every kind of block, and are the function's derivative.</summary>
public sealed class GradientTests
{
    // Small, so that hardly a value passes the kink of its ReLU on the way; float64 has the digits.
    private const double Step = 1e-9;

    // Their blocks start at sums of which many are exactly 0, where ReLU has no derivative.
    private static readonly string[] AtTheKink = [nameof(Small.ZeroNet), nameof(Small.ZeroNoNormNet), nameof(Small.ZeroGroupNet)];

    public static TheoryData<string, string> Networks => Devices.OnBoth(Small.Names);

    [Theory, MemberData(nameof(Networks))]
    public void Gradients_are_the_functions_derivative(string name, string device)
    {
        var where = Devices.Get(device);
        random.manual_seed(11);
        using var network = Small.Create(name, where, ScalarType.Float64);
        network.train();
        using var input = randn([4, 3, 16, 16], ScalarType.Float64, device: where);
        using var scale = ScaleOf(network, input);
        // The stage behind the last of some taps does not run.
        var trained = network.named_parameters()
            .Where(p => p.parameter.requires_grad && !(name == nameof(Small.TapsNet) && p.name.StartsWith("layer3.", StringComparison.Ordinal)))
            .Select(p => p.parameter).ToList();

        using (var loss = Loss(network, input, scale))
            loss.backward();

        // Along a direction of all parameters at once.
        using var noGrad = no_grad();
        var directions = trained.Select(p => randn_like(p)).ToList();
        var slope = 0.0;
        for (var i = 0; i < trained.Count; i++)
        {
            using var gradient = Gradients.Of(trained[i]);
            Assert.NotNull(gradient);
            using var along = gradient.mul(directions[i]);
            using var sum = along.sum();
            Assert.True(double.IsFinite(sum.item<double>()));
            slope += sum.item<double>();
        }

        if (AtTheKink.Contains(name))
            return;

        var ahead = At(Step);
        var behind = At(-2 * Step);
        var measured = (ahead - behind) / (2 * Step);
        Assert.True(
            Math.Abs(slope - measured) <= 1e-4 * (Math.Abs(slope) + Math.Abs(measured) + 1),
            $"{name}: gradients say {slope:E8}, the function {measured:E8}");

        double At(double step)
        {
            for (var i = 0; i < trained.Count; i++)
            {
                using var moved = directions[i].mul(step);
                trained[i].add_(moved);
            }

            using var loss = Loss(network, input, scale);
            return loss.item<double>();
        }
    }

    private static Tensor ScaleOf(nn.Module<Tensor, Tensor> network, Tensor input)
    {
        using var noGrad = no_grad();
        using var output = network.call(input);
        return randn_like(output);
    }

    // The seed makes what training drops the same every time.
    private static Tensor Loss(nn.Module<Tensor, Tensor> network, Tensor input, Tensor scale)
    {
        random.manual_seed(5);
        using var output = network.call(input);
        using var scaled = output.mul(scale);
        return scaled.sum();
    }
}
