using Xunit;
using static TorchSharp.torch;

namespace ResNetGen.Runtime.Tests;

/// <summary>Every intermediate tensor is disposed where it dies, whatever the network is made of; no network changes its input.</summary>
public sealed class SmallMemoryTests
{
    private const int Times = 5;

    public static TheoryData<string, string> Networks => GradientTests.Networks;

    [Theory, MemberData(nameof(Networks))]
    public void Live_tensors_return_to_the_same_count(string name, string device)
    {
        var where = Devices.Get(device);
        using var network = Small.Create(name, where);
        using var input = randn([2, 3, 16, 16], device: where);
        using var copy = input.clone();
        // The first pass makes the gradients.
        Pass();
        MemoryTests.Settle();
        var before = Tensor.TotalCount;

        for (var i = 0; i < Times; i++)
        {
            Pass();
            Assert.Equal(before, Tensor.TotalCount);
        }

        Assert.True(copy.allclose(input, 0, 0), "the input was changed");

        void Pass()
        {
            network.train();
            using (var output = network.call(input))
            using (var loss = output.sum())
            {
                loss.backward();
            }

            network.eval();
            using var noGrad = no_grad();
            network.call(input).Dispose();
            Small.DisposeFeatures(network, input);
        }
    }
}
