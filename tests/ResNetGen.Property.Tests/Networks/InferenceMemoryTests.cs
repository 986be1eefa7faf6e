using ResNetGen.Architecture.Emission;
using ResNetGen.Runtime.Tests;
using Xunit;
using static TorchSharp.torch;

namespace ResNetGen.Property.Tests.Networks;

/// <summary>A network made for inference frees what it no longer needs.</summary>
public sealed class InferenceMemoryTests(ITestOutputHelper output)
{
    private const int Side = 160;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Peak_is_below_half_of_what_keeping_every_map_takes(bool hasEngine)
    {
        using var classes = ResNet50(hasEngine);
        using var network = classes.Create(0);
        network.eval();
        using var inference = InferenceCheck.Of(network);
        using var input = rand(2, 3, Side, Side);

        var kept = Kept(network, input);
        inference.call(input).Dispose();
        var peak = Enumerable.Range(0, 3).Max(_ => Peak(() => inference.call(input).Dispose()));

        output.WriteLine(FormattableString.Invariant($"peak {peak:N0} bytes, all maps {kept:N0}"));
        // Two maps of the first stage at least: less was not measured.
        Assert.InRange(peak, 2L * 256 * (Side / 4) * (Side / 4) * sizeof(float), kept / 2);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_network_disposed_while_it_is_copied_is_never_there_twice(bool hasEngine)
    {
        using var classes = ResNet50(hasEngine);
        using var kept = classes.Create(0);
        using var disposed = classes.Create(0);
        var weights = kept.parameters().Sum(p => p.numel()) * sizeof(float);
        nn.Module<Tensor, Tensor> copy = null!, other = null!;

        var twice = Peak(() => copy = InferenceCheck.Of(kept));
        var once = Peak(() => other = InferenceCheck.Of(disposed, new InferenceOptions { DisposesNetwork = true }));

        output.WriteLine(FormattableString.Invariant($"weights {weights:N0} bytes, peak above them {twice:N0}, while the network is disposed {once:N0}"));
        using (copy)
        using (other)
            Assert.InRange(twice, weights * 9 / 10, weights * 3 / 2);

        // The largest kernel in float64, and what else its convolution takes.
        Assert.InRange(once, 0, weights / 2);
    }

    private static GeneratedNetworks ResNet50(bool hasEngine)
    {
        var target = CSharpTarget.TopLevel(GeneratedNetworks.Namespace, GeneratedNetworks.NameOf(0)) with { HasEngine = hasEngine && GeneratedNetworks.BackendHasEngine };
        return new([CSharpEmitter.Emit(ZooSpec.Load("imagenet/resnet50"), target, TestContext.Current.CancellationToken)]);
    }

    // Every map that a layer makes, to the end.
    private static long Kept(nn.Module<Tensor, Tensor> network, Tensor input)
    {
        using var noGrad = no_grad();
        network.call(input).Dispose();
        var maps = new List<Tensor>();
        var hooks = network.modules().OfType<nn.Module<Tensor, Tensor>>().Where(m => !m.children().Any())
            .Select(m => m.register_forward_hook((_, _, result) => Keep(result))).ToList();
        var before = MallocInUse.Bytes;
        network.call(input).Dispose();
        var bytes = MallocInUse.Bytes - before;
        hooks.ForEach(hook => hook.remove());
        maps.ForEach(map => map.Dispose());
        return bytes;

        Tensor Keep(Tensor result)
        {
            maps.Add(result.alias());
            return result;
        }
    }

    // Nothing calls back from within: another thread looks as often as it can.
    private static long Peak(Action work)
    {
        var (before, peak, isDone) = (MallocInUse.Bytes, 0L, false);
        var watcher = new Thread(() =>
        {
            while (!Volatile.Read(ref isDone))
                peak = Math.Max(peak, MallocInUse.Bytes - before);
        });
        watcher.Start();
        work();
        Volatile.Write(ref isDone, true);
        watcher.Join();
        return peak;
    }
}
