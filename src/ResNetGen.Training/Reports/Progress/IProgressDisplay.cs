namespace ResNetGen.Training.Reports.Progress;

/// <summary>Where progress is shown.</summary>
internal interface IProgressDisplay : IDisposable
{
    /// <summary>Tells what is run.</summary>
    void Open(string recipe, IReadOnlyList<(string Name, string Value)> facts);

    /// <summary>Shows the last step; loss and error are smoothed.</summary>
    void Show(RunStarted run, StepReport step, double loss, double error);

    /// <summary>Adds a line on a measurement that stays.</summary>
    void Keep(IReadOnlyList<(string Name, string Value)> measured, bool isBest);

    /// <summary>Tells how it ended.</summary>
    void Close(string end);
}
