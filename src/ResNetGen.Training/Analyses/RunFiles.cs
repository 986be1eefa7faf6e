using ResNetGen.Training.Reports;

namespace ResNetGen.Training.Analyses;

/// <summary>What a run's folder tells.</summary>
/// <param name="Folder">The folder.</param>
/// <param name="Run">What is trained, by what, and how far it is.</param>
/// <param name="Errors">The error of each step on its own batch.</param>
/// <param name="Evaluations">What was measured on the test pictures, or on the held-back ones where there are none.</param>
internal sealed record RunFiles(string Folder, RunFile Run, IReadOnlyList<(long Step, double Error)> Errors, IReadOnlyList<EvaluationReport> Evaluations)
{
    /// <summary>The state of a run that is over.</summary>
    public const string Completed = "completed";

    /// <summary>Reads a run, finished or not.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="InvalidDataException">It holds no run, or files that no run writes.</exception>
    public static RunFiles Read(string folder)
    {
        if (!Directory.Exists(folder))
            throw new DirectoryNotFoundException($"there is no folder '{folder}'");

        var run = RunFile.Read(folder) ?? throw new InvalidDataException($"'{folder}' holds no run: there is no {RunFile.Name}");
        var evaluations = EvaluationsFile.Read(folder).ToList();
        var part = evaluations.Exists(e => e.Part == "test") ? "test" : "validation";
        return new RunFiles(folder, run, [.. HistoryFile.Read(folder).Select(s => (s.Step, s.Error))], evaluations.FindAll(e => e.Part == part));
    }

    /// <summary>The run under a name.</summary>
    public ComparedRun As(string name)
    {
        var best = Evaluations.MinBy(e => e.Top1Error);
        var end = Errors.Skip((int)Math.Max(0, Errors.Count - Math.Max(1, Math.Min(Run.StepsPerEpoch, Run.Steps / 10)))).ToList();
        return new ComparedRun(
            name,
            Folder,
            Run.Network,
            Run.Depth,
            Run.Parameters,
            Run.Macs,
            Run.Recipe,
            Run.State,
            Errors.Count > 0 ? Errors[^1].Step : Run.Step,
            Run.Steps,
            end.Count > 0 ? end.Average(e => e.Error) : null,
            best?.Part,
            Evaluations.Count > 0 ? Evaluations[^1].Top1Error : null,
            best?.Top1Error,
            best?.Step);
    }
}
