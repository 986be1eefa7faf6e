namespace ResNetGen.Training;

/// <summary>Is told what happens in a run, on the run's thread: progress, histories, event files.</summary>
public interface ITrainingObserver : IDisposable
{
    /// <summary>A run starts or goes on.</summary>
    void Started(RunStarted run);

    /// <summary>A step is done.</summary>
    void Stepped(StepReport step);

    /// <summary>The network was measured.</summary>
    void Evaluated(EvaluationReport evaluation);

    /// <summary>A checkpoint is on the disk.</summary>
    void Saved(CheckpointReport checkpoint);

    /// <summary>The run is over, or was asked to end; not called where it failed.</summary>
    void Ended(RunEnded run);
}
