namespace ResNetGen.Training;

/// <summary>The end of a run, or of a part of it.</summary>
/// <param name="Step">Steps done.</param>
/// <param name="Completed">Whether it is the whole run; else it was asked to end and can go on.</param>
/// <param name="Checkpoint">The last checkpoint.</param>
/// <param name="Last">The last measurement of each part.</param>
/// <param name="Best">The best measurement of the part that chooses: validation, or test without one.</param>
/// <param name="Elapsed">Time of the run, earlier parts of it included.</param>
public sealed record RunEnded(
    long Step, bool Completed, string Checkpoint, IReadOnlyList<EvaluationReport> Last, EvaluationReport? Best, TimeSpan Elapsed);
