namespace ResNetGen.Benchmarks;

/// <summary>Whether the machine did other things while something was measured.</summary>
internal static class Noise
{
    /// <summary>Above this the thirds of the samples lie too far apart.</summary>
    public const double MostSpread = 0.10;

    /// <summary>Above this others used too much of the machine.</summary>
    public const double MostOfOthers = 0.05;

    public static bool IsTooMuch(double spread, double others) => spread > MostSpread || others > MostOfOthers;

    /// <summary>The share of all processors' time that neither idled nor was ours.</summary>
    /// <param name="machine">What the machine's processors did meanwhile.</param>
    /// <param name="ours">The ticks of them that were ours.</param>
    public static double ShareOfOthers(ProcessorTicks machine, long ours) =>
        machine.All <= 0 ? 0 : Math.Clamp((machine.Busy - ours) / (double)machine.All, 0, 1);
}
