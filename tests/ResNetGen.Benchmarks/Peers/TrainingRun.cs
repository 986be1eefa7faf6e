using System.Diagnostics;
using ResNetGen.Training;
using ResNetGen.Training.Data;

namespace ResNetGen.Benchmarks;

/// <summary>
/// A real run of the trainer by the CIFAR-10 recipe on a thread of its own, pictures loaded and augmented: it goes on by
/// as many steps as are asked for, and waits in between.
/// </summary>
internal sealed class TrainingRun : ITrainingObserver
{
    private static readonly TrainingLength Never = TrainingLength.Iterations(1_000_000_000);

    private readonly SemaphoreSlim _allowed = new(0);
    private readonly SemaphoreSlim _done = new(0);
    private readonly CancellationTokenSource _end = new();
    private readonly Thread _thread;

    public TrainingRun(string folder)
    {
        _thread = new Thread(() => Train(folder));
        _thread.Start();
    }

    public TimeSpan Run(int count)
    {
        var start = Stopwatch.GetTimestamp();
        _allowed.Release(count);
        for (var i = 0; i < count; i++)
            _done.Wait();

        return Stopwatch.GetElapsedTime(start);
    }

    public void Started(RunStarted run) => _allowed.Wait();

    public void Stepped(StepReport step)
    {
        _done.Release();
        if (!_end.IsCancellationRequested)
            _allowed.Wait();
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

    /// <summary>Ends the run; the trainer disposes its observers, too.</summary>
    public void Dispose()
    {
        if (Thread.CurrentThread == _thread || _end.IsCancellationRequested)
            return;

        _end.Cancel();
        _allowed.Release();
        _thread.Join();
    }

    private void Train(string folder)
    {
        using var network = new CifarResNet20();
        var recipe = new Recipe
        {
            Name = "bench",
            Length = Never,
            LearningRate = new LearningRatePlan(),
            Augmentation = new Augmentation { Pad = 4, Crop = 32, Flip = true },
            Normalization = Normalization.Cifar10,
            Evaluation = new EvaluationView { Every = Never },
        };
        var data = new TrainingData(ImageSources.Open(folder).Training, Test: null);
        var options = new TrainingOptions
        {
            Folder = Path.Combine(folder, "run"),
            CheckpointEvery = Never,
            Observers = [this],
        };
        new Trainer(network, nameof(CifarResNet20), recipe, data, options).Run(_end.Token);
    }
}
