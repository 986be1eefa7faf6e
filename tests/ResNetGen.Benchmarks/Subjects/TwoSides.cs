namespace ResNetGen.Benchmarks;

/// <summary>Ours and Python's torch in two processes that do one piece of work after the other.</summary>
internal sealed class TwoSides(Contest contest) : IDisposable
{
    private readonly Peer _ours = Peer.StartOurs();
    private readonly Peer _python = Peer.StartPython();

    public Peer Ours => _ours;

    public Peer Python => _python;

    /// <summary>Begins a report.</summary>
    public Report Report(string title) => new Report(title)
        .With("ResNetGen", _ours.Versions)
        .With("Python", _python.Versions)
        .With("Both", FormattableString.Invariant($"OMP_NUM_THREADS={Peer.Threads}, OMP_WAIT_POLICY=passive, processes of their own"));

    /// <summary>Measures a piece of work.</summary>
    public Case Measure(string name, string unit, double scale, double aim, string work, int count, int rounds, string? pythonsWork = null) =>
        contest.Shared(
            new(name, unit, scale, [new Side("ours"), new Side("PyTorch") { Aim = aim }]), rounds, [_ours, _python], [work, pythonsWork ?? work], count);

    public void Dispose()
    {
        _ours.Dispose();
        _python.Dispose();
    }
}
