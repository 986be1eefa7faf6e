namespace ResNetGen.Benchmarks;

/// <summary>A side, who is started for it, and how the work is called there.</summary>
/// <param name="Side">Takes what was measured.</param>
/// <param name="Start">Starts the process.</param>
/// <param name="Work">The work.</param>
internal sealed record Contestant(Side Side, Func<Peer> Start, string Work);
