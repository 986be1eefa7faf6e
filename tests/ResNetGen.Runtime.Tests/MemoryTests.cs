using Xunit;
using static TorchSharp.torch;

namespace ResNetGen.Runtime.Tests;

/// <summary>Every intermediate tensor is disposed where it dies.</summary>
public sealed class MemoryTests
{
    private const int Times = 200;

    public static TheoryData<string> BothDevices => Devices.Both;

    [Theory, MemberData(nameof(BothDevices))]
    public void Live_tensors_return_to_the_same_count_after_every_forward(string device)
    {
        var where = Devices.Get(device);
        using var network = new CifarResNet20(where);
        using var bottleneck = new ResNet50(where);
        network.eval();
        bottleneck.eval();
        using var input = rand([1, 3, 32, 32], device: where);
        using var noGrad = no_grad();
        Settle();
        var before = Tensor.TotalCount;

        for (var i = 0; i < Times; i++)
        {
            using (network.call(input))
            using (network.Features(input))
            // Every tenth time: it takes most of the test's.
            using (i % 10 == 0 ? bottleneck.call(input) : null)
                Assert.True(Tensor.TotalCount > before);

            Assert.Equal(before, Tensor.TotalCount);
        }
    }

    [Theory, MemberData(nameof(BothDevices))]
    public void Live_tensors_return_to_the_same_count_after_every_training_step(string device)
    {
        var where = Devices.Get(device);
        using var network = new CifarResNet20(where);
        network.train();
        using var optimizer = optim.SGD(network.parameters(), 0.01, momentum: 0.9, weight_decay: 1e-4);
        using var input = rand([4, 3, 32, 32], device: where);
        using var target = tensor(new long[] { 0, 1, 2, 3 }, device: where);
        Step();
        Settle();
        var before = Tensor.TotalCount;

        for (var i = 0; i < Times; i++)
        {
            Step();
            Assert.Equal(before, Tensor.TotalCount);
        }

        void Step()
        {
            optimizer.zero_grad();
            using var logits = network.call(input);
            using var loss = nn.functional.cross_entropy(logits, target);
            loss.backward();
            optimizer.step();
        }
    }

    [Fact]
    public void Only_a_few_maps_are_alive_at_once()
    {
        using var network = new ResNet50();
        network.eval();
        using var input = rand(1, 3, 64, 64);
        using var noGrad = no_grad();
        Settle();
        var before = Tensor.TotalCount;
        var peak = 0L;
        foreach (var norm in network.modules().OfType<TorchSharp.Modules.BatchNorm2d>())
            norm.register_forward_hook((_, _, output) => Look(output));

        using var logits = network.call(input);

        // A block's input, the sum in the making, and what the norm reads and writes.
        Assert.InRange(peak - before, 2, 4);

        Tensor Look(Tensor output)
        {
            peak = Math.Max(peak, Tensor.TotalCount);
            return output;
        }
    }

    // What earlier tests left to the finalizers must not be counted here.
    internal static void Settle()
    {
        for (var i = 0; i < 2; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
    }
}
