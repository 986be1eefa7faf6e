namespace ResNetGen.Training;

/// <summary>The observers of a run as one.</summary>
internal sealed class Observers(IReadOnlyList<ITrainingObserver> observers, bool tells) : ITrainingObserver
{
    private readonly IReadOnlyList<ITrainingObserver> _told = tells ? observers : [];

    public void Started(RunStarted run)
    {
        foreach (var observer in _told)
            observer.Started(run);
    }

    public void Stepped(StepReport step)
    {
        foreach (var observer in _told)
            observer.Stepped(step);
    }

    public void Evaluated(EvaluationReport evaluation)
    {
        foreach (var observer in _told)
            observer.Evaluated(evaluation);
    }

    public void Saved(CheckpointReport checkpoint)
    {
        foreach (var observer in _told)
            observer.Saved(checkpoint);
    }

    public void Ended(RunEnded run)
    {
        foreach (var observer in _told)
            observer.Ended(run);
    }

    public void Dispose()
    {
        foreach (var observer in observers)
            observer.Dispose();
    }
}
