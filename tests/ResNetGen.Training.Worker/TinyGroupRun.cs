using ResNetGen.Training.Distributed;
using ResNetGen.Training.Reports;
using TorchSharp;

namespace ResNetGen.Training.Worker;

/// <summary>A network whose norms look at each picture alone and whose activation has no corner: its gradients are the same, however a batch is shared, and stay so.</summary>
[ResNet(Stem = Stem.Conv3x3, N = 1, Widths = new[] { 4, 8 }, Shortcut = Shortcut.B, Norm = Norm.Group, NormGroups = 2, Activation = Activation.Silu, Input = new[] { 3, 16, 16 }, Classes = 10)]
public sealed partial class TinyGroupNormNet;

/// <summary>A run in which several processes may share the batches: 17 steps, the last of 8 pictures among them, in two parts.</summary>
public static class TinyGroupRun
{
    public static Recipe Recipe { get; } = TinyRun.Recipe with { Name = "tiny-group", Length = TrainingLength.Iterations(17) };

    /// <summary>Trains as far as a step, and goes on where a run lies in the folder: FOLDER STEP [recompute].</summary>
    public static int Run(string[] args)
    {
        torch.set_num_threads(1);
        using var group = ProcessGroups.FromEnvironment(new ProcessGroupOptions { Timeout = TimeSpan.FromSeconds(60) });
        using var network = new TinyGroupNormNet();
        using var asked = new CancellationTokenSource();
        var until = long.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture);
        var options = TinyRun.Options(args[0], resume: true, new HistoryObserver(args[0]), new AskAt(until, asked)) with { Group = group, RecomputesBlocks = args.Length > 2 };
        var ended = new Trainer(network, "TinyGroupNormNet", Recipe, TinyRun.Data(), options).Run(asked.Token);
        Console.WriteLine($"{ended.Step} {ended.Completed}");
        return 0;
    }

    // Only the first process has observers: the others end with it.
    private sealed class AskAt(long step, CancellationTokenSource asked) : ITrainingObserver
    {
        public void Started(RunStarted run)
        {
        }

        public void Stepped(StepReport report)
        {
            if (report.Step == step)
                asked.Cancel();
        }

        public void Evaluated(EvaluationReport evaluation)
        {
        }

        public void Saved(CheckpointReport checkpoint)
        {
        }

        public void Ended(RunEnded run)
        {
        }

        public void Dispose()
        {
        }
    }
}
