using System.Diagnostics;
using System.Globalization;
using ResNetGen.Training.Reports;

namespace ResNetGen.Training.Tests.Running;

[Collection(RunsAlone.Name)]
public sealed class KillTests
{
    private const int Kills = 20;

    // A process does so many steps at most, so that the last of the kills still meets an unfinished run.
    private const int StepsOfOne = 5;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    [Fact]
    public void A_run_killed_twenty_times_ends_as_one_that_was_not_to_the_bit()
    {
        using var whole = new RunningFolder();
        using var killed = new RunningFolder();
        using (var worker = new WorkerProcess("train", whole.Path))
            Assert.Equal("completed", Ended(worker));

        var random = new Random(20);
        for (var kill = 0; kill < Kills; kill++)
        {
            using var worker = new WorkerProcess("train", killed.Path, StepsOfOne.ToString(CultureInfo.InvariantCulture));
            WaitForMoment(worker, killed, kill, random);
            Assert.DoesNotContain("completed", worker.Kill());
        }

        using (var worker = new WorkerProcess("train", killed.Path))
            Assert.Equal("completed", Ended(worker));

        Assert.Equal(Learnt(whole), Learnt(killed));
        Assert.Equal(EvaluationsFile.Read(whole.Path), EvaluationsFile.Read(killed.Path));
        Assert.Equal(RunningFolder.Everything(whole.Step(120)), RunningFolder.Everything(killed.Step(120)));
        Assert.Equal(RunningFolder.Everything(whole.Best), RunningFolder.Everything(killed.Best));
        Assert.Equal(["best.pth", "step-117.pth", "step-120.pth"], killed.Names());
    }

    // Every third one while a checkpoint is being written, every third after some steps, every third at any time: also before the first step.
    private static void WaitForMoment(WorkerProcess worker, RunningFolder folder, int kill, Random random)
    {
        switch (kill % 3)
        {
            case 0:
                for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < Patience && !Directory.EnumerateFiles(folder.Path, ".*.tmp", SearchOption.AllDirectories).Any(f => f.Contains(".pth.", StringComparison.Ordinal));)
                {
                }

                break;
            case 1:
                for (var steps = random.Next(2, StepsOfOne + 1); steps > 0 && worker.Line() is { } line;)
                {
                    if (line.StartsWith("step", StringComparison.Ordinal))
                        steps--;
                }

                break;
            default:
                Thread.Sleep(random.Next(50, 1500));
                break;
        }
    }

    private static string? Ended(WorkerProcess worker)
    {
        var lines = worker.End();
        Assert.True(worker.ExitCode == 0, worker.Complaint);
        return lines[^1];
    }

    private static IReadOnlyList<(long, int, float, double, double)> Learnt(RunningFolder folder) =>
        [.. HistoryFile.Read(folder.Path).Select(s => (s.Step, s.Epoch, s.Loss, s.Error, s.LearningRate))];
}
