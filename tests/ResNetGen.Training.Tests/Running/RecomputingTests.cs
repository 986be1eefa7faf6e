using static TorchSharp.torch;

namespace ResNetGen.Training.Tests.Running;

[Collection(RunsAlone.Name)]
public sealed class RecomputingTests
{
    [Fact]
    public void Blocks_that_are_computed_again_learn_the_same_to_the_bit() => SameAsPlain(Runs.Short(13));

#if !TORCHSHARP
    [Fact]
    public void So_they_do_in_bfloat16() => SameAsPlain(Runs.Short(4) with { Precision = Precision.BFloat16 });
#endif

    [Fact]
    public void A_network_that_draws_learns_the_same_every_time_and_goes_on_to_the_bit()
    {
        using var folders = new RunningFolder();
        var (whole, parts) = (Path.Combine(folders.Path, "whole"), Path.Combine(folders.Path, "parts"));
        var expected = Runs.Train(whole, Runs.Short(12), change: Recompute);
        var first = Runs.Train(parts, Runs.Short(12), until: 5, change: Recompute);
        var second = Runs.Train(parts, Runs.Short(12), resume: true, change: Recompute);

        Assert.Equal(expected.Learnt, first.Learnt.Concat(second.Learnt));
        Assert.Equal(Weights(whole, 12), Weights(parts, 12));
    }

    [Fact]
    public void A_network_that_cannot_is_refused()
    {
        using var folder = new RunningFolder();
        using var network = nn.Sequential(nn.Flatten(), nn.Linear(3 * 16 * 16, 10));

        var error = Assert.Throws<TrainingException>(() => Runs.Train(folder.Path, Runs.Short(1), network: network, change: Recompute));
        Assert.Equal("Sequential cannot compute its blocks again: it has no BackwardRecomputing, as the classes have that ResNetGen generates", error.Message);
    }

    private static void SameAsPlain(Recipe recipe)
    {
        using var folders = new RunningFolder();
        var (kept, again) = (Path.Combine(folders.Path, "kept"), Path.Combine(folders.Path, "again"));
        using var network = new WiderNet();
        using var other = new WiderNet();
        var expected = Runs.Train(kept, recipe, network: network);
        var actual = Runs.Train(again, recipe, network: other, change: Recompute);

        Assert.Equal(expected.Learnt, actual.Learnt);
        Assert.Equal(expected.Evaluations, actual.Evaluations);
        var last = expected.Learnt.Count;
        Assert.Equal(Weights(kept, last), Weights(again, last));
    }

    private static TrainingOptions Recompute(TrainingOptions options) => options with { RecomputesBlocks = true };

    private static IReadOnlyList<string> Weights(string folder, long step) =>
        RunningFolder.Everything(Path.Combine(folder, "checkpoints", $"step-{step}.pth"));
}
