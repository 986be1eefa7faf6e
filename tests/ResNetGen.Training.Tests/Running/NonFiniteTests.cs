using ResNetGen.Training.Worker;
using static TorchSharp.torch;

namespace ResNetGen.Training.Tests.Running;

[Collection(RunsAlone.Name)]
public sealed class NonFiniteTests
{
    [Fact]
    public void A_loss_that_is_no_number_stops_the_run_with_the_step_the_pictures_and_the_last_good_checkpoint()
    {
        using var folder = new RunningFolder();
        using var network = new TinyNet();
        var poison = new Recorder(step =>
        {
            if (step.Step == 4)
                Poison(network);
        });
        var trainer = new Trainer(network, "TinyNet", Runs.Short(12), TinyRun.Data(), TinyRun.Options(folder.Path, observers: poison));
        var error = Assert.Throws<LossNotFiniteException>(() => trainer.Run(TestContext.Current.CancellationToken));

        Assert.Equal((5L, 16, folder.Step(3)), (error.Step, error.Indices.Count, error.Checkpoint));
        Assert.Contains("the loss of step 5 is NaN; its 16 pictures: ", error.Message, StringComparison.Ordinal);
        Assert.Contains($"{error.Indices[0]} (synthetic training", error.Message, StringComparison.Ordinal);
        Assert.Contains(" and 8 more; the last good checkpoint is " + folder.Step(3), error.Message, StringComparison.Ordinal);
        Assert.Equal(4, poison.Steps.Count);
        Assert.Null(poison.End);
        Assert.True(poison.IsDisposed);
        Assert.Equal(["step-0.pth", "step-3.pth"], folder.Names());

        // From there it goes on as if nothing had been.
        var again = Runs.Train(folder.Path, Runs.Short(12), resume: true);
        Assert.Equal(poison.Learnt[3], again.Learnt[0]);
    }

    [Fact]
    public void Weights_that_the_last_step_spoilt_replace_no_good_checkpoint()
    {
        using var folder = new RunningFolder();
        using var network = new TinyNet();
        var poison = new Recorder(step =>
        {
            if (step.Step == 6)
                Poison(network);
        });
        var trainer = new Trainer(network, "TinyNet", Runs.Short(12), TinyRun.Data(), TinyRun.Options(folder.Path, observers: poison));
        var error = Assert.Throws<LossNotFiniteException>(() => trainer.Run(TestContext.Current.CancellationToken));
        Assert.Contains("a weight is no finite number after step 6", error.Message, StringComparison.Ordinal);
        Assert.Equal(["step-0.pth", "step-3.pth"], folder.Names());
    }

    private static void Poison(TinyNet network)
    {
        using var _ = no_grad();
        network.Conv1.weight!.fill_(float.NaN);
    }
}
