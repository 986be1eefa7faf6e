using ResNetGen.Architecture.Analysis;
using ResNetGen.Architecture.Emission;
using ResNetGen.Architecture.Networks;
using Xunit;
using static TorchSharp.torch;

namespace ResNetGen.Property.Tests.Networks;

/// <summary>The memory that `summary --batch` tells is the memory that the allocator has handed out.</summary>
public sealed class ActivationMemoryTests(ITestOutputHelper output)
{
    private const int Batch = 2;

    private const int Side = 128;

    // Handles, graph nodes and the statistics of norms are not activations.
    private const double InferenceTolerance = 0.01;
    private const double TrainingTolerance = 0.04;

    [Theory]
    [InlineData("imagenet/resnet18")]
    [InlineData("imagenet/resnet50")]
    [InlineData("imagenet/resnet50d")]
    [InlineData("imagenet/resnet50_gn")]
    [InlineData("imagenet/resnetblur50")]
    [InlineData("imagenet/resnetaa50d")]
    [InlineData("imagenet/seresnet50")]
    [InlineData("imagenet/ecaresnet50d")]
    [InlineData("imagenet/resnetv2_50d")]
    [InlineData("imagenet/resnet34_A")]
    [InlineData("imagenet/plain18")]
    [InlineData("imagenet/resnet50_keras_v2")]
    [InlineData("segmentation/resnet50d_os16")]
    public void Memory_is_what_was_worked_out(string name)
    {
        var spec = ZooSpec.Load(name);
        var expected = ActivationMemory.Of(spec.Network, new ImageShape(3, Side, Side), Batch);
        using var classes = new GeneratedNetworks([CSharpEmitter.Emit(spec, CSharpTarget.TopLevel(GeneratedNetworks.Namespace, GeneratedNetworks.NameOf(0)), TestContext.Current.CancellationToken)]);
        using var network = classes.Create(0);
        using var input = rand(Batch, 3, Side, Side);

        var inference = Inference(network, input);
        var training = Training(network, input);
        output.WriteLine(FormattableString.Invariant(
            $"{name}: inference {inference:N0} of {expected.Inference:N0} bytes, training {training:N0} of {expected.Training:N0}"));
        Close(expected.Inference, inference, InferenceTolerance);
        Close(expected.Training, training, TrainingTolerance);
    }

    private static long Inference(nn.Module<Tensor, Tensor> network, Tensor input)
    {
        using var noGrad = no_grad();
        network.eval();
        // The first run fills libtorch's own caches.
        network.call(input).Dispose();
        var (peak, before) = (0L, 0L);
        foreach (var module in network.modules().OfType<nn.Module<Tensor, Tensor>>())
            module.register_forward_hook((_, _, result) => Look(result));

        return Enumerable.Range(0, 3).Min(_ =>
        {
            Settle();
            before = MallocInUse.Bytes;
            peak = 0;
            network.call(input).Dispose();
            return peak;
        });

        Tensor Look(Tensor result)
        {
            peak = Math.Max(peak, MallocInUse.Bytes - before);
            return result;
        }
    }

    private static long Training(nn.Module<Tensor, Tensor> network, Tensor input)
    {
        network.train();
        network.call(input).Dispose();
        // What other threads of the process take in between is not of the network: the least of three is nearest to it.
        return Enumerable.Range(0, 3).Min(_ =>
        {
            Settle();
            var before = MallocInUse.Bytes;
            using var result = network.call(input);
            return MallocInUse.Bytes - before;
        });
    }

    private static void Close(long expected, long measured, double tolerance) =>
        Assert.True(Math.Abs(measured - expected) <= tolerance * expected, FormattableString.Invariant($"expected {expected:N0} bytes, measured {measured:N0}"));

    private static void Settle()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
    }
}
