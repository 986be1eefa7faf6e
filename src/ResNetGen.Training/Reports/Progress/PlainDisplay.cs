namespace ResNetGen.Training.Reports.Progress;

/// <summary>Progress as plain lines: the first step, then one every ten seconds of the run, and each measurement.</summary>
internal sealed class PlainDisplay(TextWriter output) : IProgressDisplay
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(10);

    private TimeSpan? _shown;

    public void Open(string recipe, IReadOnlyList<(string Name, string Value)> facts)
    {
        Line("recipe:");
        foreach (var line in recipe.TrimEnd('\n').Split('\n'))
            Line(("  " + line).TrimEnd());

        foreach (var (name, value) in facts)
            Line($"{name}: {value}");
    }

    public void Show(RunStarted run, StepReport step, double loss, double error)
    {
        // The run's own clock: what is written follows from what is told.
        if (_shown is { } shown && step.Elapsed - shown < Every)
            return;

        _shown = step.Elapsed;
        Line(string.Join("  ", ProgressText.Parts(run, step, loss, error).Select(p => $"{p.Name} {p.Value}")));
    }

    public void Keep(IReadOnlyList<(string Name, string Value)> measured, bool isBest) =>
        Line(string.Join("  ", measured.Select(p => $"{p.Name} {p.Value}")) + (isBest ? "  best so far" : ""));

    public void Close(string end) => Line(end);

    public void Dispose() => output.Flush();

    private void Line(string text)
    {
        output.Write(text + "\n");
        output.Flush();
    }
}
