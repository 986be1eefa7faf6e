using ResNetGen.Tool.Probing;
using Xunit;
using static TorchSharp.torch;

namespace ResNetGen.Runtime.Tests;

/// <summary>A training step that computes blocks again learns what one that keeps everything learns.</summary>
public sealed class RecomputationTests
{
    private const double Step = 1e-9;

    // What training drops follows from seeds of its own there.
    private static readonly string[] Drawing = [nameof(Small.DropoutNet), nameof(Small.StochasticNet), nameof(Small.StochasticPreactNet)];

    public static TheoryData<string, string> Networks => Devices.OnBoth(Small.Names.Except(Drawing, StringComparer.Ordinal));

    public static TheoryData<string, string> DrawingNetworks => Devices.OnBoth(Drawing);

    public static TheoryData<string> BothDevices => Devices.Both;

    [Theory, MemberData(nameof(Networks))]
    public void Gradients_and_statistics_are_those_of_a_plain_step(string name, string device)
    {
        var where = Devices.Get(device);
        random.manual_seed(1);
        using var plain = Small.Create(name, where, ScalarType.Float64);
        using var other = Small.Create(name, where, ScalarType.Float64);
        using var input = randn([4, 3, 16, 16], ScalarType.Float64, device: where);
        ProbeTensors.Fill(plain);
        ProbeTensors.Fill(other);

        using var expected = SquareOf(plain, input);
        expected.backward();
        using var loss = Recomputing.Step(other, input, Recomputing.Square);

        Assert.Equal(expected.item<double>(), loss.item<double>());
        var reached = 0;
        foreach (var ((key, left), (_, right)) in plain.named_parameters().Zip(other.named_parameters()))
        {
            using var gradient = Gradients.Of(left);
            using var again = Gradients.Of(right);
            Assert.True(gradient is null == again is null, $"{key}: only one has a gradient");
            if (gradient is null)
                continue;

            reached++;
            Same(key, gradient, again!);
        }

        Assert.True(reached > 0);
        foreach (var ((key, left), (_, right)) in plain.named_buffers().Zip(other.named_buffers()))
            Same(key, left, right);
    }

    [Theory, MemberData(nameof(DrawingNetworks))]
    public void What_is_dropped_is_dropped_again(string name, string device)
    {
        var where = Devices.Get(device);
        random.manual_seed(11);
        using var network = Small.Create(name, where, ScalarType.Float64);
        using var input = randn([4, 3, 16, 16], ScalarType.Float64, device: where);
        var parameters = network.parameters().ToList();
        var directions = parameters.ConvertAll(p => randn_like(p));

        // Along a direction of all parameters at once: with other masks on the way back it would be another slope.
        using var here = At(0);
        var slope = 0.0;
        for (var i = 0; i < parameters.Count; i++)
        {
            using var gradient = Gradients.Of(parameters[i]);
            using var along = gradient!.mul(directions[i]);
            using var sum = along.sum();
            slope += sum.item<double>();
        }

        using var ahead = At(Step);
        using var behind = At(-2 * Step);
        var measured = (ahead.item<double>() - behind.item<double>()) / (2 * Step);
        Assert.True(
            Math.Abs(slope - measured) <= 1e-4 * (Math.Abs(slope) + Math.Abs(measured) + 1),
            $"{name}: gradients say {slope:E8}, the function {measured:E8}");

        Tensor At(double step)
        {
            using (no_grad())
            {
                for (var i = 0; step != 0 && i < parameters.Count; i++)
                {
                    using var moved = directions[i].mul(step);
                    parameters[i].add_(moved);
                }
            }

            random.manual_seed(5);
            return Recomputing.Step(network, input, Recomputing.Square);
        }
    }

    [Theory, MemberData(nameof(DrawingNetworks))]
    public void What_is_drawn_behind_a_step_differs_from_step_to_step(string name, string device)
    {
        var where = Devices.Get(device);
        random.manual_seed(3);
        using var network = Small.Create(name, where);
        using var input = randn([4, 3, 16, 16], device: where);
        var drawn = new HashSet<float>();
        var losses = new HashSet<float>();
        for (var step = 0; step < 5; step++)
        {
            using var loss = Recomputing.Step(network, input, Recomputing.Square);
            using var number = rand([1], device: where);
            drawn.Add(number.item<float>());
            losses.Add(loss.item<float>());
        }

        Assert.Equal((5, 5), (drawn.Count, losses.Count));
    }

    [Theory, MemberData(nameof(BothDevices))]
    public void A_network_of_which_this_is_a_part_learns_before_it_and_behind_it(string device)
    {
        var where = Devices.Get(device);
        using var network = new Small.BackboneNet(where);
        using var before = nn.Conv2d(3, 3, 1, device: where);
        using var behind = nn.Conv2d(24, 2, 1, device: where);
        using var input = randn([2, 3, 16, 16], device: where);
        var found = new List<float[]>();
        foreach (var recomputes in new[] { false, true })
        {
            foreach (var parameter in network.parameters().Concat(before.parameters()).Concat(behind.parameters()))
                Zero(parameter);

            using var scope = NewDisposeScope();
            var map = before.call(input);
            Tensor Loss(Tensor output) => Recomputing.Square(behind.call(output));
            if (recomputes)
                network.BackwardRecomputing(map, Loss);
            else
                Loss(network.call(map)).backward();

            found.Add([.. before.parameters().Concat(behind.parameters()).Concat(network.parameters()).SelectMany(p => ProbeTensors.Numbers(Gradients.Of(p)!))]);
        }

        Assert.Contains(found[0], v => v != 0);
        Assert.Equal(found[0], found[1]);
    }

    [Theory, MemberData(nameof(BothDevices))]
    public void What_is_frozen_below_is_not_computed_again(string device)
    {
        var where = Devices.Get(device);
        using var network = new Small.BasicNet(where);
        using var input = randn([2, 3, 16, 16], device: where);
        foreach (var parameter in network.Layer1.parameters().Concat(network.Conv1.parameters()).Concat(network.Bn1.parameters()))
            parameter.requires_grad = false;

        var runs = new List<string>();
        network.Layer1[0].register_forward_hook((_, _, output) => Ran("frozen", output));
        network.Layer2[0].register_forward_hook((_, _, output) => Ran("learns", output));
        network.BackwardRecomputing(input, Recomputing.Square).Dispose();

        Assert.Equal(["frozen", "learns", "learns"], runs);

        Tensor Ran(string what, Tensor output)
        {
            runs.Add(what);
            return output;
        }
    }

    [Theory, MemberData(nameof(BothDevices))]
    public void Every_part_runs_in_the_mode_that_is_given(string device)
    {
        var where = Devices.Get(device);
        using var network = new Small.BasicNet(where);
        using var input = randn([2, 3, 16, 16], device: where);
        var (entered, inside) = (0, 0);

        network.BackwardRecomputing(
            input,
            output =>
            {
                Assert.Equal(0, inside);
                return Recomputing.Square(output);
            },
            () => new Mode(() => inside--, () => (entered, inside) = (entered + 1, inside + 1))).Dispose();

        // The stem and four blocks, twice, and the head.
        Assert.Equal((11, 0), (entered, inside));
    }

    [Theory, MemberData(nameof(BothDevices))]
    public void Nothing_is_left_behind_even_where_the_loss_fails(string device)
    {
        var where = Devices.Get(device);
        using var network = new Small.BasicNet(where);
        using var input = randn([2, 3, 16, 16], device: where);
        network.BackwardRecomputing(input, Recomputing.Square).Dispose();
        MemoryTests.Settle();
        var before = Tensor.TotalCount;

        network.BackwardRecomputing(input, Recomputing.Square).Dispose();
        Assert.Equal(before, Tensor.TotalCount);
        Assert.Throws<NotSupportedException>(() => network.BackwardRecomputing(input, _ => throw new NotSupportedException()));
        Assert.Equal(before, Tensor.TotalCount);
    }

    [Fact]
    public void Input_that_forward_refuses_is_refused()
    {
        using var network = new Small.BasicNet();
        using var input = randn(2, 4, 16, 16);

        var error = Assert.Throws<ArgumentException>(() => network.BackwardRecomputing(input, Recomputing.Square));
        Assert.StartsWith("BasicNet takes [N, 3, H, W], not [2, 4, 16, 16].", error.Message, StringComparison.Ordinal);
    }

    private static Tensor SquareOf(nn.Module<Tensor, Tensor> network, Tensor input)
    {
        using var output = network.call(input);
        return Recomputing.Square(output);
    }

    private static void Zero(Tensor parameter)
    {
        using var gradient = Gradients.Of(parameter);
        gradient?.zero_();
    }

    private static void Same(string key, Tensor expected, Tensor actual)
    {
        // To the bit on the CPU; some of CUDA's sums are in no order.
        var isExact = expected.device_type == TorchSharp.DeviceType.CPU;
        Assert.True(expected.allclose(actual, isExact ? 0 : 1e-9, isExact ? 0 : 1e-12), $"{key} differs");
    }

    private sealed class Mode : IDisposable
    {
        private readonly Action _leave;

        public Mode(Action leave, Action enter)
        {
            _leave = leave;
            enter();
        }

        public void Dispose() => _leave();
    }
}
