using System.Diagnostics;

namespace ResNetGen.Benchmarks;

/// <summary>Has peers do the same work in turns.</summary>
/// <param name="quick">Few rounds: enough to see that all runs and how it lies, too few for figures.</param>
internal sealed class Contest(bool quick)
{
    private const int FewRounds = 3;

    public bool IsQuick => quick;

    // The runtime compiles hot methods again after a while, and torch prepares its kernels on the first calls.
    private double WarmUpSeconds => quick ? 0.3 : 2;

    // So long should a sample take at least.
    private double SampleSeconds => quick ? 0.05 : 0.2;

    // Those that take long get fewer anyway.
    public int Rounds(int usual) => quick ? Math.Min(FewRounds, usual / 4) : usual;

    /// <summary>Measures a case in processes of its own: time, the first result, and memory.</summary>
    /// <param name="name">What is measured.</param>
    /// <param name="rounds">How many samples each side gives.</param>
    /// <param name="check">Throws where sides do not do the same; runs before anything but the first result is timed.</param>
    /// <param name="contestants">Who takes part.</param>
    public Case Fresh(string name, int rounds, Action<IReadOnlyList<Peer>> check, params Contestant[] contestants)
    {
        var peers = contestants.Select(c => c.Start()).ToArray();
        try
        {
            // They start side by side; from here on only one works at a time.
            foreach (var peer in peers)
                _ = peer.Versions;

            for (var i = 0; i < peers.Length; i++)
            {
                contestants[i].Side.First = peers[i].First(contestants[i].Work);
                contestants[i].Side.Peak = Machine.PeakOf(peers[i].Id);
            }

            check(peers);
            for (var i = 0; i < peers.Length; i++)
                Machine.ForgetPeak(peers[i].Id);

            var measured = Shared(new Case(name, "ms", Case.Milliseconds, [.. contestants.Select(c => c.Side)]), rounds, peers, [.. contestants.Select(c => c.Work)]);
            for (var i = 0; i < peers.Length; i++)
            {
                contestants[i].Side.WorkingPeak = Machine.PeakOf(peers[i].Id);
                contestants[i].Side.Peak = Math.Max(contestants[i].Side.Peak!.Value, contestants[i].Side.WorkingPeak!.Value);
            }

            return measured;
        }
        finally
        {
            foreach (var peer in peers)
                peer.Dispose();
        }
    }

    /// <summary>Measures a case in processes that are there; <paramref name="count"/> pieces of work are a sample, or as many as take long enough.</summary>
    public Case Shared(Case measured, int rounds, IReadOnlyList<Peer> peers, IReadOnlyList<string> works, int? count = null)
    {
        var pieces = new int[peers.Count];
        for (var i = 0; i < peers.Count; i++)
        {
            for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start).TotalSeconds < WarmUpSeconds;)
                pieces[i] = count ?? Math.Clamp((int)Math.Ceiling(SampleSeconds / peers[i].Run(works[i], count ?? 1).Wall), 1, 1000);
        }

        Benchmarks.Rounds.Run(measured, Rounds(rounds), [.. peers.Select(p => p.Id).Distinct()], i => peers[i].Run(works[i], pieces[i]));
        return measured;
    }
}
