namespace ResNetGen.Training.Reports;

/// <summary>The reports that a run usually has.</summary>
public static class StandardObservers
{
    /// <summary>Returns observers that show progress and write, into the run's folder, <c>run.json</c>, <c>history.csv</c>,
    /// <c>evaluations.csv</c>, <c>curves.svg</c> and an event file for TensorBoard.</summary>
    /// <param name="folder">The run's folder.</param>
    /// <param name="facts">What is known of the network; null where nothing is.</param>
    /// <param name="progress">How progress is shown.</param>
    /// <param name="output">Where progress is shown; null for standard error.</param>
    public static IReadOnlyList<ITrainingObserver> For(
        string folder, NetworkFacts? facts = null, ProgressStyle progress = ProgressStyle.Automatic, TextWriter? output = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        return
        [
            .. ((ITrainingObserver?[])
            [
                // Files first: what the progress line says of earlier parts of a run, it reads.
                new HistoryObserver(folder),
                new RunFileObserver(folder, facts),
                new CurvesObserver(folder),
                new TensorBoardObserver(folder),
                ProgressObserver.For(progress, output, folder, facts),
            ]).OfType<ITrainingObserver>(),
        ];
    }
}
