using ResNetGen.Training.Data;
using ResNetGen.Training.Reports;
using TorchSharp;

namespace ResNetGen.Training.Worker;

/// <summary>A run of a few seconds, the same wherever it is made.</summary>
public static class TinyRun
{
    /// <summary>A recipe whose rate depends on the errors: a warm-up and a plateau.</summary>
    public static Recipe Recipe { get; } = new()
    {
        Name = "tiny",
        BatchSize = 16,
        Length = TrainingLength.Iterations(120),
        Seed = 7,
        LearningRate = new LearningRatePlan
        {
            Base = 0.05,
            Warmup = new Warmup(0.01, For: TrainingLength.Iterations(10)),
            Schedule = new PlateauSchedule(Factor: 0.5, Patience: 1),
        },
        LabelSmoothing = 0.1,
        Augmentation = new Augmentation { Pad = 2, Crop = 16, Flip = true },
        Evaluation = new EvaluationView { Crop = 16, Every = TrainingLength.Iterations(10) },
        ValidationCount = 24,
    };

    /// <summary>184 pictures to learn from: 12 steps an epoch, the last of 8 pictures.</summary>
    public static TrainingData Data() => ImageSources.Open("synthetic:208,16");

    public static TrainingOptions Options(string folder, bool resume = false, params IReadOnlyList<ITrainingObserver> observers) => new()
    {
        Folder = folder,
        Resume = resume,
        CheckpointEvery = TrainingLength.Iterations(3),
        Observers = observers,
    };

    /// <summary>Trains in a folder, goes on where a run lies there, and says each step on standard output: FOLDER [STEPS], after so many of which it waits to be killed.</summary>
    public static int Run(string[] args)
    {
        var steps = args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : int.MaxValue;
        torch.set_num_threads(1);
        using var network = new TinyNet();
        var options = Options(args[0], resume: true, new HistoryObserver(args[0]), new StepLines(steps));
        var ended = new Trainer(network, "TinyNet", Recipe, Data(), options).Run();
        Console.WriteLine(ended.Completed ? "completed" : "ended");
        return 0;
    }

    private sealed class StepLines(int steps) : ITrainingObserver
    {
        private int _left = steps;

        public void Started(RunStarted run)
        {
            foreach (var note in run.Notes)
                Console.WriteLine($"note: {note}");

            Console.WriteLine($"from {run.FirstStep}");
        }

        public void Stepped(StepReport step)
        {
            Console.WriteLine($"step {step.Step}");
            if (--_left == 0)
                Thread.Sleep(Timeout.Infinite);
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
