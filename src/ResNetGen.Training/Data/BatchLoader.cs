using System.Diagnostics;

namespace ResNetGen.Training.Data;

/// <summary>
/// Training batches without end: pictures in an order drawn for each epoch, augmented, made ahead of time on other threads.
/// Every batch follows from the recipe, the source and the step alone, whatever the number of threads.
/// </summary>
/// <remarks>For one consumer; <see cref="Dispose"/> may be called by any thread, and ends the streams.</remarks>
public sealed class BatchLoader : IDisposable
{
    private readonly object _gate = new();
    private readonly BatchPlan _plan;
    private readonly BatchMaker _maker;
    private readonly LoaderOptions _options;
    private readonly List<PrefetchQueue<MadeBatch>> _queues = [];
    private readonly SortedDictionary<int, SkippedImage> _skipped = [];
    private readonly Stopwatch _waiting = new();
    private bool _disposed;

    /// <summary>A loader; nothing is read before the first batch is asked for.</summary>
    /// <param name="source">The pictures.</param>
    /// <param name="recipe">Batch size, seed, augmentation and normalisation.</param>
    /// <param name="options">How batches are made.</param>
    /// <exception cref="ArgumentException">There are no pictures, or the options or the recipe's sizes make no sense.</exception>
    public BatchLoader(IImageSource source, Recipe recipe, LoaderOptions options)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(recipe);
        ArgumentNullException.ThrowIfNull(options);
        LoaderChecks.Require(source, recipe, options);
        _options = options;
        _plan = new BatchPlan(source.Count, recipe, options);
        _maker = new BatchMaker(source, recipe, _plan, options.Corrupt);
    }

    /// <summary>Batches of one epoch over all ranks, the last and smaller one included.</summary>
    public long StepsPerEpoch => _plan.StepsPerEpoch;

    /// <summary>The time for which the consumer waited for batches; without workers, the time of making them.</summary>
    public TimeSpan Waited => _waiting.Elapsed;

    /// <summary>Pictures that were left out of the batches taken so far, each once, in the source's order.</summary>
    public IReadOnlyList<SkippedImage> Skipped
    {
        get
        {
            lock (_gate)
                return [.. _skipped.Values];
        }
    }

    /// <summary>The batches from a step on, without end; the epoch of a step is the step divided by <see cref="StepsPerEpoch"/>.</summary>
    /// <param name="firstStep">The first step, from 0.</param>
    /// <returns>Batches that belong to the caller.</returns>
    /// <exception cref="CorruptImageException">A picture cannot be decoded and none may be left out, or every picture of a batch is corrupt.</exception>
    /// <exception cref="InvalidDataException">A picture does not fit the recipe.</exception>
    /// <exception cref="ObjectDisposedException">The loader was disposed.</exception>
    public IEnumerable<Batch> Batches(long firstStep)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(firstStep);
        return Stream(firstStep);
    }

    /// <summary>Ends the threads and disposes the batches that were not taken.</summary>
    public void Dispose()
    {
        List<PrefetchQueue<MadeBatch>> queues;
        lock (_gate)
        {
            _disposed = true;
            queues = [.. _queues];
            _queues.Clear();
        }

        foreach (var queue in queues)
            queue.Dispose();
    }

    private IEnumerable<Batch> Stream(long firstStep)
    {
        var queue = Open(firstStep);
        try
        {
            while (true)
                yield return Take(queue);
        }
        finally
        {
            Close(queue);
        }
    }

    private PrefetchQueue<MadeBatch> Open(long firstStep)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            var queue = new PrefetchQueue<MadeBatch>(_maker.Make, firstStep, long.MaxValue, _options.Workers, _options.QueueLength);
            _queues.Add(queue);
            return queue;
        }
    }

    // Who takes a queue off the list ends it: a consumer need not wait for the threads that Dispose is waiting for.
    private void Close(PrefetchQueue<MadeBatch> queue)
    {
        bool isOurs;
        lock (_gate)
            isOurs = _queues.Remove(queue);
        if (isOurs)
            queue.Dispose();
    }

    private Batch Take(PrefetchQueue<MadeBatch> queue)
    {
        _waiting.Start();
        try
        {
            var made = queue.Take();
            if (made.Skipped.Count > 0)
            {
                lock (_gate)
                {
                    foreach (var image in made.Skipped)
                        _skipped.TryAdd(image.Index, image);
                }
            }

            return made.Batch;
        }
        finally
        {
            _waiting.Stop();
        }
    }
}
