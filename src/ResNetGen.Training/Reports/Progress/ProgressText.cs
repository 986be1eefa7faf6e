using System.Globalization;

namespace ResNetGen.Training.Reports.Progress;

/// <summary>What progress says, in words and numbers.</summary>
internal static class ProgressText
{
    /// <summary>Returns the run in a few lines: name and value.</summary>
    public static IReadOnlyList<(string Name, string Value)> Facts(RunStarted run, NetworkFacts? facts) =>
    [
        ("network", run.Network + (facts is null ? "" : Invariant($", {facts.Depth} layers"))),
        ("parameters", Invariant($"{run.Parameters:N0}") + (facts is null ? "" : Invariant($"; {facts.Macs:N0} MACs for a picture"))),
        ("pictures", Invariant($"{run.TrainingImages:N0} for training")
            + (run.ValidationImages > 0 ? Invariant($", {run.ValidationImages:N0} for validation") : "")
            + (run.TestImages > 0 ? Invariant($", {run.TestImages:N0} for the test") : "")),
        ("steps", Invariant($"{run.Steps:N0}, {run.StepsPerEpoch:N0} in an epoch") + (run.FirstStep > 0 ? Invariant($"; {run.FirstStep:N0} are done") : "")),
        ("device", run.Device + (run.WorldSize > 1 ? Invariant($", {run.WorldSize} processes") : "")),
        ("folder", run.Folder),
        .. run.Notes.Select(n => ("note", n)),
    ];

    /// <summary>Returns the parts of a progress line, the most important first.</summary>
    public static IReadOnlyList<(string Name, string Value)> Parts(RunStarted run, StepReport step, double loss, double error) =>
    [
        ("step", Invariant($"{step.Step:N0}/{run.Steps:N0}")),
        ("loss", Loss(loss)),
        ("error", Percent(error)),
        ("left", Time(step.Left)),
        ("epoch", Invariant($"{step.Epoch + 1:N0}/{Epochs(run):N0}")),
        ("rate", step.LearningRate.ToString("G4", CultureInfo.InvariantCulture)),
        ("images/s", step.ImagesPerSecond.ToString(step.ImagesPerSecond < 10 ? "0.0" : "N0", CultureInfo.InvariantCulture)),
        ("waiting", Percent(step.WaitShare, digits: 1)),
    ];

    /// <summary>Returns the parts of a line on a measurement.</summary>
    public static IReadOnlyList<(string Name, string Value)> Parts(EvaluationReport evaluation) =>
    [
        ("step", Invariant($"{evaluation.Step:N0}")),
        ("epoch", Invariant($"{evaluation.Epoch:N0}")),
        (evaluation.Part + " loss", Loss(evaluation.Loss)),
        ("top-1 error", Percent(evaluation.Top1Error)),
        ("top-5 error", Percent(evaluation.Top5Error)),
    ];

    /// <summary>Returns how a run ended, in a sentence.</summary>
    public static string End(RunEnded run)
    {
        var what = run.Completed ? "done" : "stopped";
        var errors = run.Last.Select(e => $"{e.Part} error {Percent(e.Top1Error)}").ToList();
        if (run.Best is { } best)
            errors.Add(Invariant($"best {best.Part} error {Percent(best.Top1Error)} at step {best.Step:N0}"));

        return Invariant($"{what}: {run.Step:N0} {(run.Step == 1 ? "step" : "steps")} in {Time(run.Elapsed)}")
            + string.Concat(errors.Select(e => ", " + e))
            + $"; checkpoint {run.Checkpoint}";
    }

    public static string Percent(double share, int digits = 2) => (100 * share).ToString("F" + Invariant($"{digits}"), CultureInfo.InvariantCulture) + " %";

    /// <summary>Returns hours, minutes and seconds: <c>1:02:03</c>, <c>2:03</c>.</summary>
    public static string Time(TimeSpan time) => time.TotalHours >= 1
        ? Invariant($"{(long)time.TotalHours}:{time:mm\\:ss}")
        : time.ToString("m\\:ss", CultureInfo.InvariantCulture);

    private static string Loss(double loss) => loss.ToString("F4", CultureInfo.InvariantCulture);

    private static long Epochs(RunStarted run) => (run.Steps + run.StepsPerEpoch - 1) / run.StepsPerEpoch;

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
