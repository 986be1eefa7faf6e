using System.Runtime.ExceptionServices;

namespace ResNetGen.Training.Data;

/// <summary>Makes numbered things ahead of time on threads of its own and hands them out in order.</summary>
/// <typeparam name="T">What is made; what was not taken is disposed with the queue.</typeparam>
internal sealed class PrefetchQueue<T> : IDisposable
    where T : IDisposable
{
    private readonly object _gate = new();
    private readonly Dictionary<long, Made> _ready = [];
    private readonly Func<long, T> _make;
    private readonly int _limit;
    private readonly long _end;
    private readonly List<Thread> _threads = [];
    private long _nextToMake;
    private long _nextToTake;
    private bool _stopped;

    /// <summary>Starts the threads.</summary>
    /// <param name="make">Makes the thing of a number; called by several threads at once.</param>
    /// <param name="first">The first number.</param>
    /// <param name="end">The number after the last.</param>
    /// <param name="workers">Threads; 0 makes each thing when it is taken, on the taker's thread.</param>
    /// <param name="limit">Things that are ready or in the making, at most; never fewer than there are threads.</param>
    public PrefetchQueue(Func<long, T> make, long first, long end, int workers, int limit)
    {
        _make = make;
        _limit = Math.Max(limit, workers);
        _nextToMake = first;
        _nextToTake = first;
        _end = end;
        for (var number = 0; number < workers; number++)
        {
            var thread = new Thread(Work) { IsBackground = true, Name = $"data {number}" };
            _threads.Add(thread);
            thread.Start();
        }
    }

    /// <summary>The next thing, waited for; it belongs to the caller.</summary>
    /// <exception cref="ObjectDisposedException">The queue was disposed, now or while the caller waited.</exception>
    public T Take()
    {
        if (_threads.Count == 0)
        {
            ObjectDisposedException.ThrowIf(_stopped, this);
            return _make(_nextToTake++);
        }

        Made made;
        lock (_gate)
        {
            while (!_stopped && !_ready.ContainsKey(_nextToTake))
                Monitor.Wait(_gate);
            ObjectDisposedException.ThrowIf(_stopped, this);
            _ready.Remove(_nextToTake++, out made);
            Monitor.PulseAll(_gate);
        }

        made.Failure?.Throw();
        return made.Value!;
    }

    /// <summary>Ends the threads, after what each is making, and disposes what was not taken.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _stopped = true;
            Monitor.PulseAll(_gate);
        }

        foreach (var thread in _threads)
            thread.Join();
        foreach (var made in _ready.Values)
            made.Value?.Dispose();
        _ready.Clear();
    }

    private void Work()
    {
        while (Claim() is { } number)
        {
            var made = Make(number);
            lock (_gate)
            {
                _ready.Add(number, made);
                Monitor.PulseAll(_gate);
            }
        }
    }

    private long? Claim()
    {
        lock (_gate)
        {
            while (!_stopped && _nextToMake < _end && _nextToMake >= _nextToTake + _limit)
                Monitor.Wait(_gate);
            return _stopped || _nextToMake >= _end ? null : _nextToMake++;
        }
    }

    // Whatever goes wrong is thrown where the thing is taken: in order, and on a thread that somebody watches.
    private Made Make(long number)
    {
        try
        {
            return new Made(_make(number), null);
        }
        catch (Exception problem)
        {
            return new Made(default, ExceptionDispatchInfo.Capture(problem));
        }
    }

    private readonly record struct Made(T? Value, ExceptionDispatchInfo? Failure);
}
