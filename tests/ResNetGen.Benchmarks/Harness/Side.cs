namespace ResNetGen.Benchmarks;

/// <summary>One of those who do the same work, with what it took them.</summary>
/// <param name="name">What the table calls it.</param>
internal sealed class Side(string name)
{
    public string Name => name;

    /// <summary>Seconds on the clock.</summary>
    public Samples Wall { get; } = new();

    /// <summary>Seconds of processors.</summary>
    public Samples Cpu { get; } = new();

    /// <summary>The highest ratio of medians, the first side's by this one's, that reaches the aim.</summary>
    public double? Aim { get; init; }

    /// <summary>The most seconds that reach the aim.</summary>
    public double? Limit { get; init; }

    /// <summary>The most memory that the process had resident while it did the work, in MiB.</summary>
    public double? WorkingPeak { get; set; }

    /// <summary>The most memory that it ever had resident, with its start, in MiB.</summary>
    public double? Peak { get; set; }

    /// <summary>Seconds from weights in memory, or a file where that is what it takes, to the first result.</summary>
    public double? First { get; set; }

    /// <summary>Seconds on the clock: the median where there are samples.</summary>
    public double? Median => Wall.Count > 0 ? Wall.Median : null;

    public void Add(Sample sample)
    {
        Wall.Add(sample.Wall);
        Cpu.Add(sample.Cpu);
    }
}
