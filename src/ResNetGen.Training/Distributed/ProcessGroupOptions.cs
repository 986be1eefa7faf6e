namespace ResNetGen.Training.Distributed;

/// <summary>How processes find and wait for each other.</summary>
public sealed record ProcessGroupOptions
{
    /// <summary>Where the networks run: <c>cpu</c> (Gloo) or <c>cuda</c>, <c>cuda:1</c> (NCCL).</summary>
    public string Device { get; init; } = "cpu";

    /// <summary>How long an operation waits for the other processes, and a start for all of them to come.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(5);
}
