using System.Globalization;
using System.Xml.Linq;
using ResNetGen.Training.Reports;

namespace ResNetGen.Training.Tests.Reports;

public sealed class CurvesTests
{
    [Fact]
    public void Curves_are_drawn_at_each_measurement()
    {
        using var folder = new ReportFolder();
        using var curves = new CurvesObserver(folder.Path);
        curves.Started(folder.Run());
        curves.Stepped(ReportFolder.Step(1));
        Assert.False(File.Exists(folder.File("curves.svg")));

        curves.Evaluated(ReportFolder.Evaluation(1, 0.5));
        var first = Texts(folder);
        curves.Evaluated(ReportFolder.Evaluation(1, 0.5, "validation"));

        Assert.Equal(["test", "training"], first.Where(t => t is "test" or "training" or "validation").Order(StringComparer.Ordinal));
        Assert.Contains("validation", Texts(folder));
        Assert.Contains("net", first);
    }

    [Fact]
    public void A_run_that_goes_on_has_the_whole_curve()
    {
        using var whole = new ReportFolder();
        using var parted = new ReportFolder();
        Tell(whole, 0, 1, 30);
        Tell(parted, 0, 1, 17);
        Tell(parted, 12, 13, 30);

        Assert.Equal(File.ReadAllText(whole.File("curves.svg")), File.ReadAllText(parted.File("curves.svg")));
    }

    [Fact]
    public void A_long_run_has_a_few_hundred_points_that_are_means()
    {
        var curve = new TrainingCurve(64_000);
        for (var step = 1; step <= 64_000; step++)
            curve.Add(step, step);

        Assert.Equal(400, curve.Points(64_000).Count);
        Assert.Equal((160, 80.5), curve.Points(64_000)[0]);
        curve.Add(64_001, 7);
        Assert.Equal((64_001, 7), curve.Points(64_001)[^1]);
    }

    private static void Tell(ReportFolder folder, long done, int from, int to)
    {
        // The history first, as it stands among the usual observers.
        ITrainingObserver[] observers = [new HistoryObserver(folder.Path), new CurvesObserver(folder.Path)];
        foreach (var observer in observers)
            observer.Started(folder.Run(done));

        for (var step = from; step <= to; step++)
        {
            foreach (var observer in observers)
            {
                observer.Stepped(ReportFolder.Step(step));
                if (step % 10 == 0)
                    observer.Evaluated(ReportFolder.Evaluation(step, 1.0 / step));
            }
        }

        foreach (var observer in observers)
        {
            observer.Ended(ReportFolder.End(to, completed: true));
            observer.Dispose();
        }
    }

    private static List<string> Texts(ReportFolder folder) =>
        [.. XDocument.Parse(File.ReadAllText(folder.File("curves.svg"))).Descendants().Where(e => e.Name.LocalName == "text").Select(e => e.Value.ToString(CultureInfo.InvariantCulture))];
}
