using System.Collections.Concurrent;
using ResNetGen.Fuzz.Cases;
using ResNetGen.Fuzz.Oracles;

namespace ResNetGen.Fuzz.Running;

/// <summary>Sees that every input ends: one may take two seconds of a processor; one that takes a minute hangs.</summary>
internal sealed class Watchdog : IDisposable
{
    /// <summary>What one input may take.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<Watched, bool> _watched = new();
    private readonly Timer _timer;
    private readonly Action<FuzzCase, FuzzFailure> _hang;

    /// <summary>A watchdog that calls <paramref name="hang"/> for an input that does not end.</summary>
    public Watchdog(Action<FuzzCase, FuzzFailure> hang)
    {
        _hang = hang;
        _timer = new Timer(_ => Look(), state: null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
    }

    /// <summary>Watches an input, or the first of a batch, until what is returned is disposed.</summary>
    public IDisposable Watch(FuzzCase? tried, int count = 1)
    {
        var watched = new Watched(this, tried, count);
        _watched[watched] = true;
        return watched;
    }

    public void Dispose() => _timer.Dispose();

    private void Look()
    {
        foreach (var watched in _watched.Keys.Where(w => w.Elapsed > Patience * w.Count && w.Case is not null))
            _hang(watched.Case!, new FuzzFailure("hangs", $"no end after {watched.Elapsed} of a processor"));
    }

    // A machine that is busy is no failure: what is slow is slow again, by the processor's time.
    private static void Judge(Watched watched)
    {
        if (watched.Case is not { } slow || watched.Count > 1 || watched.Elapsed < Limit * 2)
            return;

        var started = ThreadClock.Milliseconds;
        Pipeline.Run(slow);
        var taken = TimeSpan.FromMilliseconds(ThreadClock.Milliseconds - started);
        if (taken > Limit)
            throw new FuzzFailure("slow", $"{watched.Elapsed} for two runs, then {taken} of a processor for one");
    }

    private sealed class Watched(Watchdog owner, FuzzCase? watched, int count) : IDisposable
    {
        private readonly ThreadClock _clock = ThreadClock.OfThisThread();
        private readonly double _started = ThreadClock.Milliseconds;

        public FuzzCase? Case => watched;

        public int Count => count;

        public TimeSpan Elapsed => TimeSpan.FromMilliseconds(_clock.Read() - _started);

        public void Dispose()
        {
            owner._watched.TryRemove(this, out _);
            Judge(this);
        }
    }
}
