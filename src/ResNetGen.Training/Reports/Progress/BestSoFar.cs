namespace ResNetGen.Training.Reports.Progress;

/// <summary>The lowest error of each part, over earlier parts of a run, too.</summary>
internal sealed class BestSoFar
{
    private readonly Dictionary<string, double> _lowest = new(StringComparer.Ordinal);

    /// <summary>Takes what was measured before a run goes on.</summary>
    public void Start(string folder, long done)
    {
        foreach (var earlier in EvaluationsFile.Read(folder).Where(e => e.Step <= done))
            Improves(earlier);
    }

    /// <summary>Whether an error is lower than all of its part before.</summary>
    public bool Improves(EvaluationReport evaluation)
    {
        if (_lowest.TryGetValue(evaluation.Part, out var lowest) && evaluation.Top1Error >= lowest)
            return false;

        _lowest[evaluation.Part] = evaluation.Top1Error;
        return true;
    }
}
