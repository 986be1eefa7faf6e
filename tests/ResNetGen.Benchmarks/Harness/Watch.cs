namespace ResNetGen.Benchmarks;

/// <summary>Counts what others use of the machine's processors from its making on.</summary>
/// <param name="processes">Processes of ours, beside this one and those that it started and that end meanwhile.</param>
internal sealed class Watch(IReadOnlyList<int> processes)
{
    private readonly ProcessorTicks _machine = Machine.Ticks;
    private readonly long _ours = Ours(processes);

    /// <summary>The share of the machine that others used so far.</summary>
    public double Others => Noise.ShareOfOthers(Machine.Ticks - _machine, Ours(processes) - _ours);

    private static long Ours(IReadOnlyList<int> processes) => processes.Append(Environment.ProcessId).Sum(Machine.TicksOf);
}
