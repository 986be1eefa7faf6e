using System.Text.Json;
using ResNetGen.Training.Reports;

namespace ResNetGen.Training.Tests.Reports;

public sealed class RunFileTests
{
    private static readonly NetworkFacts Facts = new("name: net\n", 20, 12_345, 67_890);

    [Fact]
    public void A_run_that_has_not_ended_is_running()
    {
        using var folder = new ReportFolder();
        using var observer = new RunFileObserver(folder.Path, Facts);
        observer.Started(folder.Run(firstStep: 7));

        using var json = JsonDocument.Parse(File.ReadAllText(folder.File("run.json")));

        Assert.Equal("running", json.RootElement.GetProperty("state").GetString());
        Assert.Equal(7, json.RootElement.GetProperty("step").GetInt32());
        Assert.Equal(["network", "spec", "depth", "parameters", "macs", "recipe", "device", "processes", "trainingImages", "validationImages", "testImages", "steps", "stepsPerEpoch", "state", "step", "elapsedSeconds", "last", "best"], json.RootElement.EnumerateObject().Select(p => p.Name));
    }

    [Theory]
    [InlineData(true, "completed")]
    [InlineData(false, "interrupted")]
    public void The_end_says_what_came_of_it(bool completed, string state)
    {
        using var folder = new ReportFolder();
        using var observer = new RunFileObserver(folder.Path, Facts);
        observer.Started(folder.Run());
        observer.Ended(ReportFolder.End(30, completed));

        var read = RunFile.Read(folder.Path)!;

        Assert.Equal((state, 30L, 3725.5), (read.State, read.Step, read.ElapsedSeconds));
        Assert.Equal(("net", "name: net\n", 20, 67_890L, "short"), (read.Network, read.Spec, read.Depth, read.Macs, read.Recipe));
        Assert.Equal(ReportFolder.Evaluation(20, 0.25), read.Best);
        Assert.Equal([ReportFolder.Evaluation(30, 0.5)], read.Last);
    }

    [Fact]
    public void A_folder_without_a_run_has_none_and_another_file_is_refused()
    {
        using var folder = new ReportFolder();
        Assert.Null(RunFile.Read(folder.Path));

        File.WriteAllText(folder.File("run.json"), "[1,");
        Assert.Contains("run.json", Assert.Throws<InvalidDataException>(() => RunFile.Read(folder.Path)).Message, StringComparison.Ordinal);
    }
}
