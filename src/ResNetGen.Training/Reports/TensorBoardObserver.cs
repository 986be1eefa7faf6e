using ResNetGen.Training.Reports.TensorBoard;

namespace ResNetGen.Training.Reports;

/// <summary>Writes event files for TensorBoard into the run's folder: a new one each time that the run goes on.</summary>
internal sealed class TensorBoardObserver(string folder, TimeProvider? clock = null) : ITrainingObserver
{
    private static readonly TimeSpan FlushEvery = TimeSpan.FromSeconds(5);

    private readonly TimeProvider _clock = clock ?? TimeProvider.System;
    private EventFile? _file;
    private long _flushed;

    public void Started(RunStarted run)
    {
        Directory.CreateDirectory(folder);
        // A run that was ended before its first checkpoint has events, too.
        var goesOn = EventFile.Files(folder).Any();
        _file = EventFile.Create(folder, _clock);
        if (goesOn)
            _file.GoOnFrom(run.FirstStep + 1);
        else
            _file.Text(0, "recipe/text_summary", "```yaml\n" + RecipeText.Write(run.Recipe).TrimEnd('\n') + "\n```");

        _file.Flush();
        _flushed = _clock.GetTimestamp();
    }

    public void Stepped(StepReport step)
    {
        _file!.Scalars(step.Step, ("train/loss", step.Loss), ("train/error", step.Error), ("train/learning_rate", step.LearningRate));
        if (_clock.GetElapsedTime(_flushed) >= FlushEvery)
            Flush();
    }

    public void Evaluated(EvaluationReport evaluation)
    {
        var part = evaluation.Part;
        _file!.Scalars(
            evaluation.Step, (part + "/loss", evaluation.Loss), (part + "/top1_error", evaluation.Top1Error), (part + "/top5_error", evaluation.Top5Error));
        Flush();
    }

    public void Saved(CheckpointReport checkpoint) => Flush();

    public void Ended(RunEnded run) => Flush();

    public void Dispose() => _file?.Dispose();

    private void Flush()
    {
        _file!.Flush();
        _flushed = _clock.GetTimestamp();
    }
}
