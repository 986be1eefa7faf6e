namespace ResNetGen.Training;

/// <summary>PyTorch's <c>ReduceLROnPlateau</c> with <c>mode='min'</c>, <c>threshold_mode='rel'</c>, no cooldown.</summary>
internal sealed class Plateau(PlateauSchedule schedule, double rate)
{
    // A change that is smaller is not made: PyTorch's eps.
    private const double SmallestChange = 1e-8;

    /// <summary>The rate that is reached.</summary>
    public double Rate { get; private set; } = rate;

    /// <summary>The lowest error so far.</summary>
    public double Best { get; private set; } = double.PositiveInfinity;

    /// <summary>Measurements without an improvement since the last improvement or change.</summary>
    public int Worse { get; private set; }

    /// <summary>Takes the error of a measurement.</summary>
    public void Measured(double error)
    {
        if (error < Best * (1 - schedule.Threshold))
            (Best, Worse) = (error, 0);
        else
            Worse++;

        if (Worse <= schedule.Patience)
            return;

        var lower = Math.Max(Rate * schedule.Factor, schedule.Minimum);
        if (Rate - lower > SmallestChange)
            Rate = lower;
        Worse = 0;
    }

    /// <summary>Goes on from a state.</summary>
    public void Restore(double rate, double best, int worse) => (Rate, Best, Worse) = (rate, best, worse);
}
