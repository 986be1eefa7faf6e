using System.Globalization;
using System.Text;
using ResNetGen.Training.Reports;

namespace ResNetGen.Training.Analyses;

/// <summary>Runs side by side, as text and as a chart.</summary>
internal static class ComparisonText
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    public static string Csv(IReadOnlyList<ComparedRun> runs)
    {
        var csv = new StringBuilder("name,network,depth,parameters,macs,recipe,state,step,steps,training_error,part,last_error,best_error,best_step\n");
        foreach (var run in runs)
        {
            csv.Append(Invariant, $"{CsvText.Cell(run.Name)},{CsvText.Cell(run.Network)},{run.Depth},{run.Parameters},{run.Macs},{CsvText.Cell(run.Recipe)},{run.State},{run.Step},{run.Steps},")
                .Append(Invariant, $"{run.TrainingError},{run.Part},{run.LastError},{run.BestError},{run.BestStep}\n");
        }

        return csv.ToString();
    }

    public static string Markdown(IReadOnlyList<ComparedRun> runs)
    {
        var part = runs.Select(r => r.Part).OfType<string>().Distinct(StringComparer.Ordinal).ToList() is [var only] ? only : "measured";
        var text = new StringBuilder()
            .Append(Invariant, $"| network | depth | parameters | MACs | steps | training error | {part} error | best {part} error | at step |\n")
            .Append("|---|--:|--:|--:|--:|--:|--:|--:|--:|\n");
        foreach (var run in runs)
        {
            var steps = run.Step == run.Steps ? Whole(run.Step) : $"{Whole(run.Step)} of {Whole(run.Steps)}";
            text.Append(Invariant, $"| {run.Name.Replace("|", "\\|", StringComparison.Ordinal)} | {run.Depth?.ToString(Invariant) ?? "-"} | {Whole(run.Parameters)} | {(run.Macs is { } macs ? Whole(macs) : "-")} | {steps} ")
                .Append(Invariant, $"| {Percent(run.TrainingError)} | {Percent(run.LastError)} | {Percent(run.BestError)} | {(run.BestStep is { } step ? Whole(step) : "-")} |\n");
        }

        return text.ToString();
    }

    public static string Svg(IReadOnlyList<RunFiles> runs, IReadOnlyList<string> names)
    {
        var series = new List<ChartSeries>();
        foreach (var (run, i) in runs.Select((r, i) => (r, i)))
        {
            var training = MovingMean.Of(run.Errors, run.Run.StepsPerEpoch, run.Run.Steps);
            var mean = training.Window == 1 ? "training" : string.Create(Invariant, $"training, mean of {training.Window} steps");
            series.Add(new ChartSeries($"{names[i]}, {mean}", [.. training.Points.Select(p => (p.X, 100 * p.Y))], i, LineStyle.Dashed));
            if (run.Evaluations.Count > 0)
                series.Add(new ChartSeries($"{names[i]}, {run.Evaluations[0].Part}", [.. run.Evaluations.Select(e => ((double)e.Step, 100 * e.Top1Error))], i));
        }

        // Chance, where every run begins, would press the rest of the curves together.
        var last = series.SelectMany(s => s.Points).Select(p => p.X).DefaultIfEmpty(1).Max();
        var shown = Ticks.Of(new ChartAxis("") { Min = 0 }, series.SelectMany(s => s.Points).Where(p => p.X >= last / 10).Select(p => p.Y), 8);
        return new LineChart
        {
            X = new ChartAxis("step") { Min = 0, IsWhole = true },
            Y = new ChartAxis("error (%)") { Min = 0, Max = Math.Min(100, shown.Max) },
            Width = 860,
            Series = series,
        }.ToSvg();
    }

    private static string Percent(double? share) => share is { } known ? (100 * known).ToString("0.00", Invariant) + " %" : "-";

    private static string Whole(long number) => number.ToString("#,0", Invariant);
}
