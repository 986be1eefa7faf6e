using ResNetGen.Training.Reports.Progress;

namespace ResNetGen.Training.Reports;

/// <summary>Shows how far a run has come: tells what it is, the line of the last step, a line for each measurement, and the end.</summary>
internal sealed class ProgressObserver(IProgressDisplay display, string folder, NetworkFacts? facts) : ITrainingObserver
{
    private readonly BestSoFar _best = new();
    private readonly Smoothed _loss = new();
    private readonly Smoothed _error = new();
    private RunStarted? _run;

    /// <summary>Returns progress of a style; null where none is asked for.</summary>
    public static ProgressObserver? For(ProgressStyle style, TextWriter? output, string folder, NetworkFacts? facts) => style switch
    {
        ProgressStyle.None => null,
        ProgressStyle.Live => new ProgressObserver(new LiveDisplay(output ?? Console.Error), folder, facts),
        ProgressStyle.Automatic when output is null && !Console.IsErrorRedirected && !IsPlainAskedFor() =>
            new ProgressObserver(new LiveDisplay(Console.Error), folder, facts),
        _ => new ProgressObserver(new PlainDisplay(output ?? Console.Error), folder, facts),
    };

    public void Started(RunStarted run)
    {
        _run = run;
        _best.Start(folder, run.FirstStep);
        display.Open(RecipeText.Write(run.Recipe), ProgressText.Facts(run, facts));
    }

    public void Stepped(StepReport step)
    {
        _loss.Add(step.Loss);
        _error.Add(step.Error);
        display.Show(_run!, step, _loss.Value, _error.Value);
    }

    public void Evaluated(EvaluationReport evaluation) => display.Keep(ProgressText.Parts(evaluation), _best.Improves(evaluation));

    public void Saved(CheckpointReport checkpoint)
    {
    }

    public void Ended(RunEnded run) => display.Close(ProgressText.End(run));

    public void Dispose() => display.Dispose();

    private static bool IsPlainAskedFor() =>
        Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 } || Environment.GetEnvironmentVariable("TERM") is null or "" or "dumb";
}
