namespace ResNetGen.Training.Tests.Running;

/// <summary>Remembers what it is told, and does what a test asks at each step.</summary>
internal sealed class Recorder(Action<StepReport>? atStep = null) : ITrainingObserver
{
    public RunStarted? Start { get; private set; }

    public List<StepReport> Steps { get; } = [];

    public List<EvaluationReport> Evaluations { get; } = [];

    public List<CheckpointReport> Checkpoints { get; } = [];

    public RunEnded? End { get; private set; }

    public bool IsDisposed { get; private set; }

    /// <summary>What a step learnt, without its time: the bits of loss, error and rate.</summary>
    public IReadOnlyList<(long Step, int Epoch, float Loss, double Error, double Rate)> Learnt =>
        [.. Steps.Select(s => (s.Step, s.Epoch, s.Loss, s.Error, s.LearningRate))];

    public void Started(RunStarted run) => Start = run;

    public void Stepped(StepReport step)
    {
        Steps.Add(step);
        atStep?.Invoke(step);
    }

    public void Evaluated(EvaluationReport evaluation) => Evaluations.Add(evaluation);

    public void Saved(CheckpointReport checkpoint) => Checkpoints.Add(checkpoint);

    public void Ended(RunEnded run) => End = run;

    public void Dispose() => IsDisposed = true;
}
