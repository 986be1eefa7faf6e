using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.ExceptionServices;

namespace ResNetGen.Training.Evaluation;

/// <summary>Makes items 0, 1, 2, ... on other threads, a bounded number ahead of their use, and hands them out in order.</summary>
/// <remarks>What an item's making threw is thrown when its turn comes, so that errors do not depend on the number of threads.</remarks>
internal sealed class OrderedPrefetch<T> : IDisposable
    where T : class, IDisposable
{
    private readonly object _gate = new();
    private readonly Dictionary<int, (T? Item, ExceptionDispatchInfo? Error)> _ready = [];
    private readonly List<Thread> _threads = [];
    private readonly Func<int, T> _make;
    private readonly int _count;
    private readonly int _ahead;
    private int _claimed;
    private int _taken;
    private bool _isStopped;

    /// <summary>Starts the threads.</summary>
    /// <param name="count">How many items there are.</param>
    /// <param name="workers">Threads; 0 makes each item when it is asked for, on the caller's thread.</param>
    /// <param name="ahead">Items that wait to be taken, at most; at least one per thread.</param>
    /// <param name="make">Makes an item; called by several threads at once.</param>
    public OrderedPrefetch(int count, int workers, int ahead, Func<int, T> make)
    {
        _count = count;
        _make = make;
        _ahead = Math.Max(ahead, workers);
        for (var i = 0; i < Math.Min(workers, count); i++)
        {
            var thread = new Thread(Work) { IsBackground = true, Name = string.Create(CultureInfo.InvariantCulture, $"evaluation loader {i}") };
            _threads.Add(thread);
            thread.Start();
        }
    }

    /// <summary>Takes the next item, which is the caller's to dispose; false after the last.</summary>
    public bool TryTake([NotNullWhen(true)] out T? item, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        item = null;
        if (_taken == _count)
            return false;

        if (_threads.Count == 0)
        {
            item = _make(_taken++);
            return true;
        }

        using var wake = cancellation.Register(Wake);
        (T? Item, ExceptionDispatchInfo? Error) made;
        lock (_gate)
        {
            while (!_ready.Remove(_taken, out made))
            {
                cancellation.ThrowIfCancellationRequested();
                Monitor.Wait(_gate);
            }

            _taken++;
            Monitor.PulseAll(_gate);
        }

        made.Error?.Throw();
        item = made.Item!;
        return true;
    }

    /// <summary>Stops the threads, waits for what they are making, and disposes what nobody took.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _isStopped = true;
            Monitor.PulseAll(_gate);
        }

        foreach (var thread in _threads)
            thread.Join();

        foreach (var (item, _) in _ready.Values)
            item?.Dispose();

        _ready.Clear();
    }

    private void Wake()
    {
        lock (_gate)
            Monitor.PulseAll(_gate);
    }

    private void Work()
    {
        while (Claim() is { } index)
        {
            (T? Item, ExceptionDispatchInfo? Error) made;
            try
            {
                made = (_make(index), null);
            }
#pragma warning disable CA1031 // Whatever it is, it belongs to the thread that asks for the item.
            catch (Exception e)
#pragma warning restore CA1031
            {
                made = (null, ExceptionDispatchInfo.Capture(e));
            }

            lock (_gate)
            {
                _ready.Add(index, made);
                Monitor.PulseAll(_gate);
            }
        }
    }

    private int? Claim()
    {
        lock (_gate)
        {
            while (!_isStopped && _claimed < _count && _claimed >= _taken + _ahead)
                Monitor.Wait(_gate);

            return _isStopped || _claimed == _count ? null : _claimed++;
        }
    }
}
