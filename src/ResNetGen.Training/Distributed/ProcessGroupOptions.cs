namespace ResNetGen.Training.Distributed;

/// <summary>How processes find and wait for each other.</summary>
public sealed record ProcessGroupOptions
{
    /// <summary>Where the networks run: <c>cpu</c> (Gloo) or <c>cuda</c>, <c>cuda:1</c> (NCCL).</summary>
    public string Device { get; init; } = "cpu";

    /// <summary>How long to wait until every process has come.</summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long an operation waits for the other processes, finding out who is missing included.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(5);
}
