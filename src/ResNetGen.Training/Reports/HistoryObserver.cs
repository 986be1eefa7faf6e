namespace ResNetGen.Training.Reports;

/// <summary>Writes <c>history.csv</c> and <c>evaluations.csv</c>; nothing that a checkpoint has seen is lost with the process.</summary>
internal sealed class HistoryObserver(string folder) : ITrainingObserver
{
    private StepLog? _steps;
    private StepLog? _evaluations;

    public void Started(RunStarted run)
    {
        Directory.CreateDirectory(folder);
        _steps = StepLog.Open(Path.Combine(folder, HistoryFile.Name), HistoryFile.Header, run.FirstStep);
        _evaluations = StepLog.Open(Path.Combine(folder, EvaluationsFile.Name), EvaluationsFile.Header, run.FirstStep);
    }

    public void Stepped(StepReport step) => _steps!.Append(HistoryFile.Row(step));

    public void Evaluated(EvaluationReport evaluation) => _evaluations!.Append(EvaluationsFile.Row(evaluation));

    public void Saved(CheckpointReport checkpoint)
    {
        _steps!.Sync();
        _evaluations!.Sync();
    }

    public void Ended(RunEnded run)
    {
    }

    public void Dispose()
    {
        _steps?.Dispose();
        _evaluations?.Dispose();
    }
}
