using ResNetGen.Training.Data;
using ResNetGen.Training.Worker;
using ResNetGen.Weights;

namespace ResNetGen.Training.Tests.Running;

[Collection(RunsAlone.Name)]
public sealed class ResumeTests
{
    [Fact]
    public void A_run_that_was_asked_to_end_goes_on_to_the_bit()
    {
        using var whole = new RunningFolder();
        using var parts = new RunningFolder();
        var recipe = Runs.Short(30);
        var uninterrupted = Runs.Train(whole.Path, recipe);
        var first = Runs.Train(parts.Path, recipe, until: 8);
        Assert.Equal((8L, false, parts.Step(8)), (first.End!.Step, first.End.Completed, first.End.Checkpoint));
        var second = Runs.Train(parts.Path, recipe, resume: true, until: 20);
        var third = Runs.Train(parts.Path, recipe, resume: true);

        Assert.Equal((8L, 20L), (second.Start!.FirstStep, third.Start!.FirstStep));
        Assert.Equal(uninterrupted.Learnt, [.. first.Learnt, .. second.Learnt, .. third.Learnt]);
        Assert.Equal(uninterrupted.Evaluations, [.. first.Evaluations, .. second.Evaluations, .. third.Evaluations]);
        Assert.Equal(RunningFolder.Everything(whole.Step(30)), RunningFolder.Everything(parts.Step(30)));
        Assert.Equal(uninterrupted.End!.Best, third.End!.Best);
        Assert.Equal(["validation", "test"], uninterrupted.End.Last.Select(e => e.Part));
        Assert.Equal(uninterrupted.End.Last, Runs.Train(parts.Path, recipe, resume: true).End!.Last);
        Assert.True(third.End.Completed && third.IsDisposed);
        Assert.True(third.End.Elapsed > second.End!.Elapsed);
    }

    [Fact]
    public void The_last_checkpoints_and_the_best_are_kept_and_each_is_told()
    {
        using var folder = new RunningFolder();
        var run = Runs.Train(folder.Path, Runs.Short(20), change: o => o with { KeepLast = 3 });
        Assert.Equal(["best.pth", "step-15.pth", "step-18.pth", "step-20.pth"], folder.Names());
        Assert.Equal([0, 3, 6, 9, 12, 15, 18, 20], run.Checkpoints.Where(c => !c.IsBest).Select(c => c.Step));
        Assert.Equal(run.End!.Best!.Step, TrainingCheckpoint.Load(folder.Best).Step);
        Assert.Equal(run.Evaluations.Where(e => e.Part == "validation").MinBy(e => e.Top1Error), run.End.Best);
        Assert.Equal(run.Checkpoints.Where(c => c.IsBest).Select(c => c.Path).Distinct(), [folder.Best]);
    }

    [Fact]
    public void A_damaged_checkpoint_is_named_and_the_one_before_is_taken()
    {
        using var folder = new RunningFolder();
        var recipe = Runs.Short(12);
        var first = Runs.Train(folder.Path, recipe, until: 9);
        var bytes = File.ReadAllBytes(folder.Step(9));
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(folder.Step(9), bytes);
        var second = Runs.Train(folder.Path, recipe, resume: true);
        Assert.Equal(6, second.Start!.FirstStep);
        Assert.Contains(folder.Step(9), Assert.Single(second.Start.Notes), StringComparison.Ordinal);
        Assert.Equal(first.Learnt.Skip(6), second.Learnt.Take(3));
        Assert.Equal(9, TrainingCheckpoint.Load(folder.Step(9)).Step);
    }

    [Fact]
    public void Without_a_sound_checkpoint_nothing_goes_on_and_all_are_named()
    {
        using var folder = new RunningFolder();
        Runs.Train(folder.Path, Runs.Short(9), until: 6);
        foreach (var name in folder.Names())
            File.WriteAllText(Path.Combine(folder.Checkpoints, name), "PK");

        var error = Assert.Throws<TrainingException>(() => Runs.Train(folder.Path, Runs.Short(9), resume: true));
        Assert.All(folder.Names(), name => Assert.Contains(name, error.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_finished_run_says_so_and_changes_nothing()
    {
        using var folder = new RunningFolder();
        var first = Runs.Train(folder.Path, Runs.Short(12));
        var before = File.ReadAllBytes(folder.Step(12));
        var second = Runs.Train(folder.Path, Runs.Short(12), resume: true);
        Assert.Contains("12 of 12", Assert.Single(second.Start!.Notes), StringComparison.Ordinal);
        Assert.Empty(second.Steps);
        Assert.True(second.End!.Completed);
        Assert.Equal(first.End!.Best, second.End.Best);
        Assert.Equal(first.End.Last, second.End.Last);
        Assert.Equal(before, File.ReadAllBytes(folder.Step(12)));
    }

    [Fact]
    public void What_killed_writers_left_is_taken_away_and_nothing_else()
    {
        using var folder = new RunningFolder();
        Runs.Train(folder.Path, Runs.Short(9), until: 6);
        var left = Path.Combine(folder.Checkpoints, $".step-9.pth.{Guid.NewGuid():N}.tmp");
        var mine = Path.Combine(folder.Checkpoints, ".notes.tmp");
        File.WriteAllText(left, "");
        File.WriteAllText(mine, "");
        Runs.Train(folder.Path, Runs.Short(9), resume: true);
        Assert.False(File.Exists(left));
        Assert.True(File.Exists(mine));
    }

    [Fact]
    public void Another_recipe_network_or_data_is_refused_with_what_differs()
    {
        using var folder = new RunningFolder();
        var recipe = Runs.Short(12);
        Runs.Train(folder.Path, recipe, until: 3);

        Assert.Contains("recipe, line 2: 'batch_size: 16' there, 'batch_size: 8' here", Refused(recipe with { BatchSize = 8 }), StringComparison.Ordinal);
        Assert.Contains("network: TinyNet there, OtherNet here", Refused(recipe, "OtherNet"), StringComparison.Ordinal);
        var data = Refused(recipe, data: ImageSources.Open("synthetic:210,20"));
        Assert.Contains("training pictures: 184 there, 186 here", data, StringComparison.Ordinal);
        Assert.Contains("test pictures: 16 there, 20 here", data, StringComparison.Ordinal);
        Assert.Equal(["best.pth", "step-0.pth", "step-3.pth"], folder.Names().Prepend("best.pth").Distinct());

        string Refused(Recipe with, string name = "TinyNet", TrainingData? data = null)
        {
            using var network = new TinyNet();
            var trainer = new Trainer(network, name, with, data ?? TinyRun.Data(), TinyRun.Options(folder.Path, resume: true));
            return Assert.Throws<TrainingException>(() => trainer.Run(TestContext.Current.CancellationToken)).Message;
        }
    }

    [Fact]
    public void A_network_of_another_shape_is_refused_before_anything_changes()
    {
        using var folder = new RunningFolder();
        Runs.Train(folder.Path, Runs.Short(12), until: 3);
        using var other = new WiderNet();
        var error = Assert.Throws<TrainingException>(() => Runs.Train(folder.Path, Runs.Short(12), resume: true, network: other));
        Assert.Contains("spec, line", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_holds_a_run_is_refused_unless_it_goes_on()
    {
        using var folder = new RunningFolder();
        Runs.Train(folder.Path, Runs.Short(3));
        var error = Assert.Throws<TrainingException>(() => Runs.Train(folder.Path, Runs.Short(3)));
        Assert.Contains("holds a run already", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_in_use_is_refused()
    {
        using var folder = new RunningFolder();
        using var network = new TinyNet();
        TrainingException? error = null;
        var nested = new Recorder(step => error ??= Assert.Throws<TrainingException>(() => Runs.Train(folder.Path, Runs.Short(3), resume: true)));
        new Trainer(network, "TinyNet", Runs.Short(3), TinyRun.Data(), TinyRun.Options(folder.Path, observers: nested)).Run(TestContext.Current.CancellationToken);
        Assert.Contains("in use by another run", error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_killed_before_its_first_checkpoint_begins_anew()
    {
        using var folder = new RunningFolder();
        File.WriteAllText(Path.Combine(folder.Path, "recipe.yaml"), "");
        var run = Runs.Train(folder.Path, Runs.Short(3), resume: true);
        Assert.Equal(0, run.Start!.FirstStep);
        Assert.Contains("begins anew", Assert.Single(run.Start.Notes), StringComparison.Ordinal);
        Assert.Equal(RecipeText.Write(Runs.Short(3)), File.ReadAllText(Path.Combine(folder.Path, "recipe.yaml")));
    }

    [Fact]
    public void A_checkpoint_is_a_file_of_weights_as_well()
    {
        using var folder = new RunningFolder();
        using var trained = new TinyNet();
        Runs.Train(folder.Path, Runs.Short(6), network: trained);
        using var network = new TinyNet();
        Assert.True(network.LoadWeights(folder.Step(6)).Fits);
        Assert.Equal(States.Of(trained), States.Of(network));
        using var opened = Checkpoint.Open(folder.Step(6));
        Assert.Equal(States.Of(trained), States.Of(opened.Tensors));

        var read = TrainingCheckpoint.Load(folder.Step(6));
        Assert.Equal((6L, 0L, "TinyNet", TinyNet.Architecture.Spec), (read.Step, read.Epoch, read.Network, read.Spec));
        Assert.Equal(Runs.Short(6), RecipeText.Read(read.Recipe, "tiny"));
        Assert.Throws<CheckpointException>(() => TrainingCheckpoint.Load(SaveWeights(folder, network)));

        static string SaveWeights(RunningFolder folder, TinyNet network)
        {
            var path = Path.Combine(folder.Path, "weights.pth");
            network.SaveWeights(path);
            return path;
        }
    }
}
