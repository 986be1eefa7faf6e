namespace ResNetGen.Training;

/// <summary>Is told what happens in a run, on the run's thread: progress, histories, event files.</summary>
/// <remarks>
/// A checkpoint of step n is written after <see cref="Stepped"/> returned for the steps up to n and <see cref="Evaluated"/> for what was
/// measured by then, and the process may be killed right after: an observer that keeps a file has given its rows to the system when these
/// return, and takes away what lies behind <see cref="RunStarted.FirstStep"/> when a run goes on. Only the process of rank 0 tells its observers.
/// </remarks>
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
