namespace ResNetGen.Training.Reports;

/// <summary>Draws <c>curves.svg</c> at each measurement and at the end: training error, and the error of each part that is measured.</summary>
internal sealed class CurvesObserver(string folder) : ITrainingObserver
{
    public const string Name = "curves.svg";

    private readonly SortedDictionary<string, List<(double X, double Y)>> _measured = new(StringComparer.Ordinal);
    private RunStarted? _run;
    private TrainingCurve? _training;
    private long _step;

    public void Started(RunStarted run)
    {
        _run = run;
        _training = new TrainingCurve(run.Steps);
        foreach (var step in HistoryFile.Read(folder).TakeWhile(s => s.Step <= run.FirstStep))
            Stepped(step);

        foreach (var evaluation in EvaluationsFile.Read(folder).TakeWhile(e => e.Step <= run.FirstStep))
            Add(evaluation);
    }

    public void Stepped(StepReport step)
    {
        _step = step.Step;
        _training!.Add(step.Step, step.Error);
    }

    public void Evaluated(EvaluationReport evaluation)
    {
        Add(evaluation);
        Draw();
    }

    public void Saved(CheckpointReport checkpoint)
    {
    }

    public void Ended(RunEnded run) => Draw();

    public void Dispose()
    {
    }

    private void Add(EvaluationReport evaluation)
    {
        if (!_measured.TryGetValue(evaluation.Part, out var points))
            _measured.Add(evaluation.Part, points = []);

        points.Add((evaluation.Step, evaluation.Top1Error));
    }

    private void Draw()
    {
        var chart = new LineChart
        {
            Title = _run!.Network,
            X = new ChartAxis("step") { Min = 0, IsWhole = true },
            Y = new ChartAxis("error (%)") { Min = 0 },
            Series =
            [
                new ChartSeries("training", Percent(_training!.Points(_step)), 0, LineStyle.Dashed),
                .. _measured.Select((part, i) => new ChartSeries(part.Key, Percent(part.Value), i + 1)),
            ],
        };
        AtomicFile.Write(Path.Combine(folder, Name), stream =>
        {
            using var writer = new StreamWriter(stream, leaveOpen: true);
            writer.Write(chart.ToSvg());
        });
    }

    private static List<(double X, double Y)> Percent(IReadOnlyList<(double X, double Y)> shares) => [.. shares.Select(p => (p.X, 100 * p.Y))];
}
