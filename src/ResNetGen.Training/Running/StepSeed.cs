namespace ResNetGen.Training;

/// <summary>The seed of torch's generators at a step: what is drawn follows from the recipe's seed, the step and the process alone.</summary>
internal static class StepSeed
{
    public static long Of(ulong seed, long step, int rank)
    {
        var mixed = Mix(Mix(Mix(seed) + (ulong)step) + (ulong)rank);

        // Not negative: every backend takes it for what it is.
        return (long)(mixed >> 1);
    }

    // SplitMix64 (Steele, Lea and Flood 2014).
    private static ulong Mix(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
