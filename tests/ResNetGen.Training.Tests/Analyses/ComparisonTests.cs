using System.Xml.Linq;
using ResNetGen.Training.Analyses;
using ResNetGen.Training.Reports;

namespace ResNetGen.Training.Tests.Analyses;

public sealed class ComparisonTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("comparison").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Run(string name, string network, long steps, Func<long, double> error, IEnumerable<(long Step, string Part, double Error)> evaluations, long? macs = 40_813_184, string state = "completed")
    {
        var folder = Path.Combine(_folder, name);
        Directory.CreateDirectory(folder);
        new RunFile(network, null, macs is null ? null : 20, 272_474, macs, "cifar10", "cpu", 1, 40, 0, 10, 200, 10, state, 0, null, [], null).Write(folder);
        File.WriteAllLines(Path.Combine(folder, "history.csv"), Enumerable.Range(1, (int)steps).Select(s => HistoryFile.Row(new StepReport(s, (s - 1) / 10, 1, error(s), 0.1, 100, 0, TimeSpan.Zero, TimeSpan.Zero))).Prepend(HistoryFile.Header));
        File.WriteAllLines(Path.Combine(folder, "evaluations.csv"), evaluations.Select(e => EvaluationsFile.Row(new EvaluationReport(e.Step, (int)e.Step / 10, e.Part, 10, 1, e.Error, 0))).Prepend(EvaluationsFile.Header));
        return folder;
    }

    private string Plain() => Run("plain", "plain20", 200, s => s <= 190 ? 0.9 : 0.25 + ((s % 2) / 10.0), [(100, "test", 0.5), (150, "test", 0.3), (200, "test", 0.4), (200, "validation", 0.1)]);

    private string Residual() => Run("residual", "resnet20|A", 50, s => 0.5, [(50, "validation", 0.125)], macs: null, state: "interrupted");

    [Fact]
    public void Runs_stand_side_by_side_with_errors_parameters_and_multiply_adds()
    {
        var comparison = Comparison.Read([Plain(), Residual()]);
        var plain = comparison.Runs[0];
        Assert.Equal(("plain20", "test", 0.4, 0.3, 150L), (plain.Name, plain.Part, plain.LastError, plain.BestError, plain.BestStep));
        Assert.Equal(0.3, plain.TrainingError!.Value, 12);
        Assert.False(comparison.IsCompleted);
        Assert.Equal(
            """
            | network | depth | parameters | MACs | steps | training error | measured error | best measured error | at step |
            |---|--:|--:|--:|--:|--:|--:|--:|--:|
            | plain20 | 20 | 272,474 | 40,813,184 | 200 | 30.00 % | 40.00 % | 30.00 % | 150 |
            | resnet20\|A | - | 272,474 | - | 50 of 200 | 50.00 % | 12.50 % | 12.50 % | 50 |

            """.ReplaceLineEndings("\n"),
            comparison.ToMarkdown());
        Assert.Equal(
            """
            name,network,depth,parameters,macs,recipe,state,step,steps,training_error,part,last_error,best_error,best_step
            resnet20|A,resnet20|A,,272474,,cifar10,interrupted,50,200,0.5,validation,0.125,0.125,50

            """.ReplaceLineEndings("\n"),
            Comparison.Read([Path.Combine(_folder, "residual")]).ToCsv());
    }

    [Fact]
    public void The_chart_has_each_runs_training_and_measured_errors()
    {
        var comparison = Comparison.Read([Plain(), Residual()]);
        comparison.Write(Path.Combine(_folder, "all"));
        var svg = File.ReadAllText(Path.Combine(_folder, "all", "curves.svg"));
        Assert.Equal(comparison.ToSvg(), svg);
        var texts = XDocument.Parse(svg).Descendants().Where(e => e.Name.LocalName == "text").Select(e => e.Value).ToList();
        Assert.Contains("plain20, training, mean of 10 steps", texts);
        Assert.Contains("plain20, test", texts);
        Assert.Contains("resnet20|A, validation", texts);
        Assert.Equal(2 * 2, svg.Split('\n').Count(l => l.Contains("stroke-dasharray", StringComparison.Ordinal)));
        Assert.Equal(comparison.ToCsv(), File.ReadAllText(Path.Combine(_folder, "all", "comparison.csv")));
        Assert.Equal(comparison.ToMarkdown(), File.ReadAllText(Path.Combine(_folder, "all", "comparison.md")));
    }

    [Fact]
    public void Runs_of_one_network_are_told_apart_by_their_folders()
    {
        var runs = new[] { "a", "b" }.Select(n => Run(n, "net", 3, _ => 0.5, [])).ToList();
        var comparison = Comparison.Read(runs);
        Assert.Equal(["a", "b"], comparison.Runs.Select(r => r.Name));
        Assert.Null(comparison.Runs[0].Part);
        Assert.Contains("| - | - | - |", comparison.ToMarkdown(), StringComparison.Ordinal);
        Assert.NotNull(XDocument.Parse(comparison.ToSvg()));
    }

    [Fact]
    public void A_folder_without_a_run_is_named()
    {
        Assert.Contains("there is no folder", Assert.Throws<DirectoryNotFoundException>(() => Comparison.Read([Path.Combine(_folder, "none")])).Message, StringComparison.Ordinal);
        Assert.Contains("holds no run: there is no run.json", Assert.Throws<InvalidDataException>(() => Comparison.Read([_folder])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_training_error_of_a_short_run_is_that_of_its_end()
    {
        var folder = Run("short", "net", 200, s => s <= 180 ? 1 : 0.125, []);
        var file = RunFile.Read(folder)!;
        (file with { StepsPerEpoch = 150 }).Write(folder);
        Assert.Equal(0.125, Comparison.Read([folder]).Runs[0].TrainingError);
    }

    [Fact]
    public void A_moving_mean_is_that_of_the_steps_before_each_point()
    {
        var steps = Enumerable.Range(1, 2000).Select(s => ((long)s, Value: s * s % 97 / 97.0)).ToList();
        var mean = MovingMean.Of(steps, stepsPerEpoch: 30, length: 2000);
        Assert.Equal(30, mean.Window);
        Assert.InRange(mean.Points.Count, 300, 600);
        foreach (var (x, y) in mean.Points)
            Assert.Equal(steps.Where(s => s.Item1 > x - 30 && s.Item1 <= x).Average(s => s.Value), y, 12);

        Assert.Equal(2000, mean.Points[^1].X);
        Assert.Equal(100, MovingMean.Of(steps, 5000, 2000).Window);
        Assert.Equal([(1.0, 0.5)], MovingMean.Of([(1, 0.5)], 10, 5000).Points);
        Assert.Empty(MovingMean.Of([], 10, 500).Points);
    }
}
