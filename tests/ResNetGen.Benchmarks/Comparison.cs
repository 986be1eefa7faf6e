namespace ResNetGen.Benchmarks;

/// <summary>One thing measured on both sides, in turns.</summary>
/// <param name="Name">What is measured.</param>
/// <param name="Unit">The unit that is printed.</param>
/// <param name="Scale">How many of that unit make one of the samples'.</param>
/// <param name="Target">The highest ratio, ours by Python's, that reaches the aim.</param>
/// <param name="IsTime">Whether other processes on the machine change it.</param>
internal sealed record Comparison(string Name, string Unit, double Scale, double Target, bool IsTime = true)
{
    // Above this the machine did other things: the figures say little.
    private const double NoisySpread = 0.10;

    public Samples Ours { get; } = new();

    public Samples Python { get; } = new();

    /// <summary>Our median by Python's.</summary>
    public double Ratio => Ours.Median / Python.Median;

    public double Spread => Math.Max(Ours.Spread, Python.Spread);

    public bool IsNoisy => IsTime && Spread > NoisySpread;

    public string Verdict => (Ratio <= Target ? "reached" : "missed") + (IsNoisy ? ", noisy" : "");

    /// <summary>Takes a sample of each side; who is first alternates, so that neither gains by the order.</summary>
    public void Sample(int round, Func<double> ours, Func<double> python)
    {
        if (round % 2 == 0)
            Ours.Add(ours());

        Python.Add(python());
        if (round % 2 == 1)
            Ours.Add(ours());
    }
}
