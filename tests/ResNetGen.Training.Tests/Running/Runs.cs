using ResNetGen.Training.Worker;
using static TorchSharp.torch;

namespace ResNetGen.Training.Tests.Running;

/// <summary>Runs of the tiny network in this process.</summary>
internal static class Runs
{
    /// <summary>The worker's recipe, shortened.</summary>
    public static Recipe Short(long steps) => TinyRun.Recipe with { Length = TrainingLength.Iterations(steps) };

    /// <summary>Trains, until the end or until a step, and returns what was seen.</summary>
    public static Recorder Train(
        string folder, Recipe recipe, bool resume = false, long? until = null, Func<TrainingOptions, TrainingOptions>? change = null, nn.Module<Tensor, Tensor>? network = null)
    {
        set_num_threads(1);
        using var asked = new CancellationTokenSource();
        var recorder = new Recorder(step =>
        {
            if (step.Step == until)
                asked.Cancel();
        });
        using var own = network is null ? new TinyNet() : null;
        var options = TinyRun.Options(folder, resume, recorder);
        new Trainer(network ?? own!, "TinyNet", recipe, TinyRun.Data(), change?.Invoke(options) ?? options).Run(asked.Token);
        return recorder;
    }
}
