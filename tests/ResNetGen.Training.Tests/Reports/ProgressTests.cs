using System.Text.RegularExpressions;
using ResNetGen.Training.Reports;
using ResNetGen.Training.Reports.Progress;

namespace ResNetGen.Training.Tests.Reports;

public sealed partial class ProgressTests
{
    [Fact]
    public void Plain_progress_is_lines_that_follow_from_what_is_told()
    {
        using var folder = new ReportFolder();
        using var text = new StringWriter();
        Tell(ProgressObserver.For(ProgressStyle.Automatic, text, folder.Path, new NetworkFacts(null, 20, 12_345, 67_890))!, folder);

        var shown = text.ToString();
        var lines = shown[shown.IndexOf("network:", StringComparison.Ordinal)..].Replace(folder.Path, "FOLDER", StringComparison.Ordinal);
        Assert.StartsWith("recipe:\n  ", shown, StringComparison.Ordinal);
        Assert.Contains("  name: short\n", shown, StringComparison.Ordinal);
        Assert.Equal(
            """
            network: net, 20 layers
            parameters: 12,345; 67,890 MACs for a picture
            pictures: 1,200 for training, 80 for validation, 200 for the test
            steps: 30, 10 in an epoch
            device: cpu
            folder: FOLDER
            step 1/30  loss 2.3000  error 90.00 %  left 0:29  epoch 1/3  rate 0.1  images/s 123  waiting 0.4 %
            step 10  epoch 1  test loss 0.3333  top-1 error 50.00 %  top-5 error 7.14 %  best so far
            step 11/30  loss 0.6019  error 23.55 %  left 0:19  epoch 2/3  rate 0.1  images/s 123  waiting 0.4 %
            step 20  epoch 2  test loss 0.3333  top-1 error 25.00 %  top-5 error 3.57 %  best so far
            step 21/30  loss 0.3588  error 14.04 %  left 0:09  epoch 3/3  rate 0.1  images/s 123  waiting 0.4 %
            step 30  epoch 3  test loss 0.3333  top-1 error 30.00 %  top-5 error 4.29 %
            done: 30 steps in 1:02:05, test error 50.00 %, best test error 25.00 % at step 20; checkpoint checkpoints/step-30.pth

            """,
            lines);
        Assert.DoesNotContain(shown, c => char.IsControl(c) && c != '\n');
    }

    [Theory]
    [InlineData(40)]
    [InlineData(80)]
    [InlineData(200)]
    public void Live_progress_has_one_line_that_is_no_wider_than_the_terminal(int width)
    {
        using var folder = new ReportFolder();
        using var text = new StringWriter();
        Tell(new ProgressObserver(new LiveDisplay(text, () => width), folder.Path, facts: null), folder);

        var rows = Screen(text.ToString());

        var shown = Codes().Replace(text.ToString(), "").Replace("\e[K", "", StringComparison.Ordinal).Split('\n', '\r');
        Assert.All(shown.Where(l => !l.StartsWith("done", StringComparison.Ordinal) && !l.Contains(folder.Path, StringComparison.Ordinal)), l => Assert.InRange(l.Length, 0, width));
        Assert.StartsWith("done: 30 steps in 1:02:05, ", rows[^1], StringComparison.Ordinal);
        Assert.Equal(["step 10", "step 20", "step 30"], rows.Where(r => r.StartsWith("step ", StringComparison.Ordinal)).Select(r => r[..7]));
        Assert.DoesNotContain(rows, r => r.Contains(" %  step", StringComparison.Ordinal));
        Assert.Contains(shown, l => l.Contains(" 100 %  step 30/30  loss", StringComparison.Ordinal) || width < 50);
        Assert.Equal(width == 200, shown.Any(l => l.Contains("waiting 0.4 %", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_is_said_after_a_run_that_failed_has_a_line_of_its_own()
    {
        using var folder = new ReportFolder();
        using var text = new StringWriter();
        using (var observer = new ProgressObserver(new LiveDisplay(text, () => 80), folder.Path, facts: null))
        {
            observer.Started(folder.Run());
            observer.Stepped(ReportFolder.Step(1));
        }

        text.Write("an error");

        Assert.Equal("an error", Screen(text.ToString())[^1]);
    }

    [Fact]
    public void A_run_that_goes_on_knows_the_best_of_before()
    {
        using var folder = new ReportFolder();
        using var text = new StringWriter();
        using (var history = new HistoryObserver(folder.Path))
        {
            history.Started(folder.Run());
            history.Evaluated(ReportFolder.Evaluation(10, 0.2));
        }

        using var observer = ProgressObserver.For(ProgressStyle.Plain, text, folder.Path, facts: null)!;
        observer.Started(folder.Run(firstStep: 12) with { Notes = ["a checkpoint was passed over"] });
        observer.Evaluated(ReportFolder.Evaluation(20, 0.3));

        Assert.DoesNotContain("best", text.ToString(), StringComparison.Ordinal);
        Assert.Contains("steps: 30, 10 in an epoch; 12 are done\n", text.ToString(), StringComparison.Ordinal);
        Assert.Contains("note: a checkpoint was passed over\n", text.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "0:00")]
    [InlineData(59.6, "0:59")]
    [InlineData(754, "12:34")]
    [InlineData(3723, "1:02:03")]
    [InlineData(360_000, "100:00:00")]
    public void Times_are_hours_minutes_and_seconds(double seconds, string expected) => Assert.Equal(expected, ProgressText.Time(TimeSpan.FromSeconds(seconds)));

    [Fact]
    public void No_progress_is_shown_where_none_is_asked_for() => Assert.Null(ProgressObserver.For(ProgressStyle.None, null, "", null));

    private static void Tell(ProgressObserver observer, ReportFolder folder)
    {
        using (observer)
        {
            observer.Started(folder.Run());
            for (var step = 1; step <= 30; step++)
            {
                observer.Stepped(ReportFolder.Step(step));
                if (step % 10 == 0)
                    observer.Evaluated(ReportFolder.Evaluation(step, step switch { 10 => 0.5, 20 => 0.25, _ => 0.3 }));
            }

            observer.Ended(ReportFolder.End(30, completed: true));
        }
    }

    // What a terminal shows in the end, row by row.
    private static List<string> Screen(string text) =>
        [.. Codes().Replace(text, "").TrimEnd('\n').Split('\n').Select(row => row[(row.LastIndexOf("\r\e[K", StringComparison.Ordinal) is >= 0 and var at ? at + 4 : 0)..])];

    [GeneratedRegex(@"\e\[[0-9;]*m", RegexOptions.None, 1000)]
    private static partial Regex Codes();
}
