using ResNetGen.Training.Tests.Data;
using ResNetGen.Training.Worker;
using TorchSharp;

namespace ResNetGen.Training.Tests.Running;

[Collection(RunsAlone.Name)]
public sealed class DeterminismTests
{
    [Fact]
    public void The_same_seed_gives_the_same_losses_and_weights_to_the_bit_with_any_number_of_workers()
    {
        using var folders = new RunningFolder();
        var recipe = Runs.Short(15);
        var runs = new[] { 0, 1, 1, 3 }.Select((workers, i) => (
            Run: Runs.Train(Path.Combine(folders.Path, $"{i}"), recipe, change: o => o with { Loading = o.Loading with { Workers = workers } }),
            Weights: RunningFolder.Everything(Path.Combine(folders.Path, $"{i}", "checkpoints", "step-15.pth")))).ToList();
        Assert.All(runs, run => Assert.Equal(runs[0].Run.Learnt, run.Run.Learnt));
        Assert.All(runs, run => Assert.Equal(runs[0].Weights, run.Weights));

        var other = Runs.Train(Path.Combine(folders.Path, "other"), recipe with { Seed = 8 });
        Assert.NotEqual(runs[0].Run.Learnt[0].Loss, other.Learnt[0].Loss);
    }

    [Fact]
    public void Steps_that_are_waited_for_together_learn_and_tell_the_same()
    {
        using var folders = new RunningFolder();
        var recipes = new[]
        {
            Runs.Short(40),
            Runs.Short(40) with { LearningRate = new LearningRatePlan { Base = 0.05, Schedule = new StepSchedule([TrainingLength.Iterations(7), TrainingLength.Iterations(25)]) } },
            Runs.Short(40) with { LearningRate = new LearningRatePlan { Base = 0.05, Schedule = new CosineSchedule() } },
        };
        for (var i = 0; i < recipes.Length; i++)
        {
            var (one, many) = (Path.Combine(folders.Path, $"one{i}"), Path.Combine(folders.Path, $"many{i}"));
            var alone = Runs.Train(one, recipes[i], change: o => o with { CheckpointEvery = TrainingLength.Iterations(20) });
            var together = Runs.Train(many, recipes[i], change: o => o with { CheckpointEvery = TrainingLength.Iterations(20), StepsAhead = 16 });
            Assert.Equal(alone.Learnt, together.Learnt);
            Assert.Equal(alone.Evaluations, together.Evaluations);
            Assert.Equal(RunningFolder.Everything(Path.Combine(one, "checkpoints", "step-40.pth")), RunningFolder.Everything(Path.Combine(many, "checkpoints", "step-40.pth")));
        }
    }

    [Fact]
    public void What_a_step_draws_follows_from_seed_step_and_process()
    {
        Assert.Equal(StepSeed.Of(1, 2, 3), StepSeed.Of(1, 2, 3));
        var seeds = from seed in new ulong[] { 0, 1, ulong.MaxValue } from step in Enumerable.Range(0, 100) from rank in Enumerable.Range(0, 4) select StepSeed.Of(seed, step, rank);
        Assert.Equal(1200, seeds.Distinct().Count());
        Assert.All(seeds, s => Assert.True(s >= 0));
    }

    [Fact]
    public void As_many_tensors_live_at_every_epochs_end_and_as_before_when_it_is_over()
    {
        using var folder = new RunningFolder();
        using var network = new TinyNet();
        var atEnds = new List<long>();
        var counter = new Recorder(step =>
        {
            if (step.Step % 12 == 0)
                atEnds.Add(torch.Tensor.TotalCount);
        });
        Runs.Train(Path.Combine(folder.Path, "warm"), Runs.Short(2));
        var before = LiveTensors.Count();
        var options = TinyRun.Options(folder.Path, observers: counter);
        new Trainer(network, "TinyNet", Runs.Short(36), TinyRun.Data(), options with { Loading = options.Loading with { Workers = 0 } }).Run(TestContext.Current.CancellationToken);
        Assert.Equal(before, torch.Tensor.TotalCount);
        Assert.Equal(3, atEnds.Count);
        Assert.All(atEnds, count => Assert.Equal(atEnds[0], count));
    }
}
