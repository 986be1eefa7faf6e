namespace ResNetGen.Benchmarks;

/// <summary>What one piece of work took.</summary>
/// <param name="Wall">Seconds on the clock.</param>
/// <param name="Cpu">Seconds of processors, of all threads.</param>
internal readonly record struct Sample(double Wall, double Cpu);
