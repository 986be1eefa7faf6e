namespace ResNetGen.Training.Tests.Reports;

/// <summary>A folder of its own for a test, and what a run tells.</summary>
internal sealed class ReportFolder : IDisposable
{
    public static Recipe Recipe { get; } = new()
    {
        Name = "short",
        Length = TrainingLength.Epochs(3),
        LearningRate = new LearningRatePlan(),
    };

    public string Path { get; } = Directory.CreateTempSubdirectory("resnetgen-reports-").FullName;

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public RunStarted Run(long firstStep = 0) =>
        new("net", 12_345, Recipe, Path, firstStep, Steps: 30, StepsPerEpoch: 10, TrainingImages: 1200, ValidationImages: 80, TestImages: 200, "cpu", Rank: 0, WorldSize: 1);

    /// <summary>A step of that run, whose numbers follow from its number.</summary>
    public static StepReport Step(long step) => new(
        step, (int)((step - 1) / 10), Loss(step), 0.9 / step, 0.1, 123.4, 0.004, TimeSpan.FromSeconds(step), TimeSpan.FromSeconds(30 - step));

    /// <summary>A loss with digits that a short form would lose.</summary>
    public static float Loss(long step) => MathF.BitIncrement(2.3f / step);

    public static EvaluationReport Evaluation(long step, double error, string part = "test") => new(step, (int)(step / 10), part, 200, 1 / 3.0, error, error / 7);

    public static RunEnded End(long step, bool completed, string checkpoint = "checkpoints/step-30.pth") =>
        new(step, completed, checkpoint, [Evaluation(step, 0.5)], Evaluation(20, 0.25), TimeSpan.FromSeconds(3725.5));

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
