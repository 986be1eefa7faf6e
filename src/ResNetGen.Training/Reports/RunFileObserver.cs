namespace ResNetGen.Training.Reports;

/// <summary>Writes <c>run.json</c> at the start and at the end.</summary>
internal sealed class RunFileObserver(string folder, NetworkFacts? facts) : ITrainingObserver
{
    private RunFile? _file;

    public void Started(RunStarted run)
    {
        Directory.CreateDirectory(folder);
        _file = RunFile.Of(run, facts);
        _file.Write(folder);
    }

    public void Stepped(StepReport step)
    {
    }

    public void Evaluated(EvaluationReport evaluation)
    {
    }

    public void Saved(CheckpointReport checkpoint)
    {
    }

    public void Ended(RunEnded run) => _file!.EndedAs(run).Write(folder);

    public void Dispose()
    {
    }
}
