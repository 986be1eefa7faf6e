using ResNetGen.Architecture.Emission;
using ResNetGen.Runtime.Tests;
using Xunit;
using static TorchSharp.torch;

namespace ResNetGen.Property.Tests.Networks;

/// <summary>A training step that computes blocks again keeps little for the way back.</summary>
public sealed class RecomputationMemoryTests(ITestOutputHelper output)
{
    private const int Side = 128;

    [Fact]
    public void What_lies_ready_for_backward_is_below_a_third_of_what_a_plain_step_keeps()
    {
        var target = CSharpTarget.TopLevel(GeneratedNetworks.Namespace, GeneratedNetworks.NameOf(0)) with { HasEngine = GeneratedNetworks.BackendHasEngine };
        using var classes = new GeneratedNetworks([CSharpEmitter.Emit(ZooSpec.Load("imagenet/resnet50"), target, TestContext.Current.CancellationToken)]);
        using var network = classes.Create(0);
        using var input = rand(2, 3, Side, Side);
        // Gradients are there from here on.
        Recomputing.Step(network, input, logits => logits.sum()).Dispose();

        var before = MallocInUse.Bytes;
        var (kept, few) = (0L, 0L);
        using (var logits = network.call(input))
            kept = MallocInUse.Bytes - before;

        before = MallocInUse.Bytes;
        Recomputing.Step(network, input, Look).Dispose();

        output.WriteLine(FormattableString.Invariant($"kept {kept:N0} bytes, with blocks computed again {few:N0}"));
        // The inputs of the blocks and of the head are all that must be there.
        Assert.InRange(few, Inputs(2, Side) * sizeof(float), kept / 3);

        Tensor Look(Tensor logits)
        {
            few = MallocInUse.Bytes - before;
            return logits.sum();
        }
    }

    // Numbers in the inputs of ResNet-50's blocks and of its head.
    private static long Inputs(long pictures, long side)
    {
        var sum = 64 * (side / 4) * (side / 4);
        foreach (var (blocks, channels, stride) in new[] { (3, 256, 4), (4, 512, 8), (6, 1024, 16), (3, 2048, 32) })
            sum += blocks * channels * (side / stride) * (side / stride);

        return pictures * sum;
    }
}
