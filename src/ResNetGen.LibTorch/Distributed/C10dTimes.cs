namespace ResNetGen.LibTorch.Distributed;

/// <summary>What the reduction of gradients has taken so far.</summary>
/// <param name="Steps">Backward passes whose gradients are reduced.</param>
/// <param name="Buckets">Buckets that were reduced.</param>
/// <param name="Communication">From each bucket's start to its end, summed over buckets: what runs beside backward, too.</param>
/// <param name="Waiting">From the start of each step's last bucket to the end of all: what does not run beside backward.</param>
public readonly record struct C10dTimes(long Steps, long Buckets, TimeSpan Communication, TimeSpan Waiting);
