using Xunit;
using static TorchSharp.torch;

namespace ResNetGen.Runtime.Tests;

/// <summary>A network made for inference, feature by feature.</summary>
public sealed class SmallInferenceTests
{
    private const double BFloat16Tolerance = 0.1;

    public static TheoryData<string, string> Networks => Devices.OnBoth(Small.Names);

    // A hook's own layers are the network's.
    public static TheoryData<string, string> WithoutHooks => Devices.OnBoth(Small.Names.Where(n => n != nameof(Small.HookedNet)));

    public static TheoryData<string> BothDevices => Devices.Both;

    [Theory, MemberData(nameof(Networks))]
    public void Output_and_maps_are_those_of_evaluation(string name, string device)
    {
        var where = Devices.Get(device);
        using var network = Create(name, where);
        using var inference = InferenceCheck.Of(network);
        using var input = randn([2, 3, 16, 16], device: where);

        Assert.InRange(InferenceCheck.Difference(network, inference, input), 0, InferenceCheck.Tolerance);
    }

    [Theory, MemberData(nameof(Networks))]
    public void BFloat16_is_near_and_no_rounding_of_the_input_alone(string name, string device)
    {
        var where = Devices.Get(device);
        using var network = Create(name, where);
        using var inference = InferenceCheck.Of(network, new InferenceOptions { Precision = InferencePrecision.BFloat16 });
        using var input = randn([2, 3, 16, 16], device: where);

        Assert.InRange(InferenceCheck.Difference(network, inference, input), 1e-4, BFloat16Tolerance);
    }

    [Theory, MemberData(nameof(Networks))]
    public void Live_tensors_return_to_the_same_count_after_every_run(string name, string device)
    {
        var where = Devices.Get(device);
        using var network = Create(name, where);
        using var inference = InferenceCheck.Of(network);
        using var input = randn([1, 3, 16, 16], device: where);
        Run();
        MemoryTests.Settle();
        var before = Tensor.TotalCount;

        for (var i = 0; i < 3; i++)
        {
            Run();
            Assert.Equal(before, Tensor.TotalCount);
        }

        void Run()
        {
            using (inference.call(input))
            using (InferenceCheck.Features(inference, input))
                Assert.True(Tensor.TotalCount > 0);
        }
    }

    [Theory, MemberData(nameof(BothDevices))]
    public void Nothing_is_kept_for_gradients_whatever_the_callers_mode(string device)
    {
        var where = Devices.Get(device);
        using var network = Create("BasicNet", where);
        using var inference = InferenceCheck.Of(network);
        using var input = randn([1, 3, 16, 16], device: where, requires_grad: true);

        using var logits = inference.call(input);
        using var maps = ((Small.BasicNet.Inference)inference).Features(input);

        Assert.False(logits.requires_grad);
        Assert.All(new[] { maps.C1, maps.C2, maps.C3 }, map => Assert.False(map.requires_grad));
        Assert.True(is_grad_enabled());
        Assert.Empty(inference.parameters());
        Assert.Empty(inference.state_dict());
    }

    [Theory, MemberData(nameof(BothDevices))]
    public void Later_changes_do_not_reach_it_and_it_outlives_its_network(string device)
    {
        var where = Devices.Get(device);
        using var input = randn([1, 3, 16, 16], device: where);
        foreach (var name in new[] { "BasicNet", "PreactNet", "GroupNormNet", "SeNet", "EcaNet", "FrozenBatchNet", "NoNormNet" })
        {
            var network = Create(name, where);
            using var inference = InferenceCheck.Of(network);
            using var before = inference.call(input);

            InferenceCheck.Scatter(network);
            foreach (var parameter in network.parameters())
            {
                using var noGrad = no_grad();
                parameter.fill_(7);
            }

            using var between = inference.call(input);
            network.Dispose();
            using var after = inference.call(input);

            Assert.Equal(0, InferenceCheck.Difference(before, between));
            Assert.Equal(0, InferenceCheck.Difference(before, after));
        }
    }

    [Theory, MemberData(nameof(BothDevices))]
    public void A_network_in_training_gives_its_evaluation_and_stays_in_training(string device)
    {
        var where = Devices.Get(device);
        using var input = randn([2, 3, 16, 16], device: where);
        foreach (var name in new[] { "DropoutNet", "StochasticNet", "BasicNet" })
        {
            using var network = Create(name, where);
            network.train();
            using var inference = InferenceCheck.Of(network);
            Assert.True(network.training);

            inference.train();
            network.eval();
            Assert.InRange(InferenceCheck.Difference(network, inference, input), 0, InferenceCheck.Tolerance);
        }
    }

    [Theory, MemberData(nameof(BothDevices))]
    public void Callers_on_several_threads_get_what_one_gets(string device)
    {
        var where = Devices.Get(device);
        using var network = Create("BlurNet", where);
        using var inference = InferenceCheck.Of(network);
        var inputs = Enumerable.Range(1, 4).Select(n => randn([n, 3, 16, 16], device: where)).ToArray();
        var alone = inputs.Select(inference.call).ToArray();

        var together = new Tensor[40];
        Parallel.For(0, together.Length, i => together[i] = inference.call(inputs[i % inputs.Length]));

        for (var i = 0; i < together.Length; i++)
        {
            Assert.InRange(InferenceCheck.Difference(alone[i % inputs.Length], together[i]), 0, 1e-6);
            together[i].Dispose();
        }

        Array.ForEach(inputs, input => input.Dispose());
        Array.ForEach(alone, result => result.Dispose());
    }

    [Fact]
    public void What_the_network_refuses_it_refuses()
    {
        using var network = new Small.PoolKernelNet();
        using var inference = network.ToInference();
        using var fourChannels = zeros(1, 4, 16, 16);
        using var otherSize = zeros(1, 3, 24, 24);
        using var flat = zeros(3, 16, 16);

        foreach (var input in new[] { fourChannels, otherSize, flat })
            Assert.Equal(Assert.Throws<ArgumentException>(() => network.call(input)).Message, Assert.Throws<ArgumentException>(() => inference.call(input)).Message);

        Assert.Throws<ArgumentException>(() => inference.Features(fourChannels));
        using var maps = inference.Features(otherSize);
    }

    [Fact]
    public void A_dispose_scope_around_the_making_does_not_take_the_weights()
    {
        using var network = (Small.PreactNet)Create("PreactNet", CPU);
        using var input = randn(1, 3, 16, 16);
        Small.PreactNet.Inference inference;
        using (NewDisposeScope())
            inference = network.ToInference();

        using (inference)
            Assert.InRange(InferenceCheck.Difference(network, inference, input), 0, InferenceCheck.Tolerance);
    }

    [Fact]
    public void Disposing_frees_every_weight()
    {
        foreach (var name in Small.Names)
        {
            using var network = Create(name, CPU);
            MemoryTests.Settle();
            var before = Tensor.TotalCount;
            using (InferenceCheck.Of(network))
            {
            }

            // TorchSharp 0.99.6 gives a handle of its own to everyone who asks for a weight.
            MemoryTests.Settle();
            Assert.Equal(before, Tensor.TotalCount);
        }
    }

    [Theory, MemberData(nameof(WithoutHooks))]
    public void A_network_can_be_disposed_while_it_is_copied(string name, string device)
    {
        var where = Devices.Get(device);
        using var input = randn([1, 3, 16, 16], device: where);
        using var network = Create(name, where);
        using var inference = InferenceCheck.Of(network);
        MemoryTests.Settle();
        var before = Tensor.TotalCount;

        using (var disposing = InferenceCheck.Of(Create(name, where), new InferenceOptions { DisposesNetwork = true }))
            Assert.Equal(0, InferenceCheck.Difference(inference, disposing, input));

        // TorchSharp 0.99.6 gives a handle of its own to everyone who asks for a weight.
        MemoryTests.Settle();
        Assert.Equal(before, Tensor.TotalCount);
    }

    [Fact]
    public void A_hook_runs_on_the_network_that_it_was_made_from()
    {
        using var network = (Small.HookedNet)Create("HookedNet", CPU);
        using var inference = network.ToInference();
        using var input = randn(1, 3, 16, 16);

        using var logits = inference.call(input);
        using var maps = inference.Features(input);

        Assert.Equal([1, 2, 3, 1, 2, 3], network.Levels);
    }

    [Fact]
    public void Options_that_mean_nothing_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new InferenceOptions { PreparedShapes = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new InferenceOptions { Precision = (InferencePrecision)9 });
        Assert.Equal(
            (InferencePrecision.Float32, 8, false), (new InferenceOptions().Precision, new InferenceOptions().PreparedShapes, new InferenceOptions().DisposesNetwork));
    }

    private static nn.Module<Tensor, Tensor> Create(string name, Device device)
    {
        random.manual_seed(5);
        var network = Small.Create(name, device);
        network.eval();
        InferenceCheck.Scatter(network);
        return network;
    }
}
