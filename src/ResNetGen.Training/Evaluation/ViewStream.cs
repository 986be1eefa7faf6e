using ResNetGen.Training.Data;

namespace ResNetGen.Training.Evaluation;

/// <summary>Pictures as networks look at them, made ahead on threads of their own.</summary>
internal sealed class ViewStream : IDisposable
{
    private readonly PrefetchQueue<ViewBatch> _batches;
    private readonly int _count;

    /// <summary>Starts to make them.</summary>
    /// <param name="source">The pictures.</param>
    /// <param name="share">Which of them.</param>
    /// <param name="plan">How they are looked at.</param>
    /// <param name="recipe">How they are normalised, and how many make a batch over all processes.</param>
    /// <param name="loading">Threads, queue and corrupt pictures.</param>
    /// <param name="worldSize">How many processes share a batch.</param>
    public ViewStream(IImageSource source, Share share, ViewPlan plan, Recipe recipe, LoaderOptions loading, int worldSize)
    {
        var maker = new ViewBatchMaker(source, plan, recipe.Normalization, loading.Corrupt);
        var size = plan.PicturesPerBatch((recipe.BatchSize + worldSize - 1) / worldSize);
        _count = (share.Count + size - 1) / size;
        _batches = new PrefetchQueue<ViewBatch>(
            number => maker.Make(share.First + ((int)number * size), Math.Min(size, share.Count - ((int)number * size))),
            first: 0,
            _count,
            Math.Min(loading.Workers, _count),
            loading.QueueLength);
    }

    /// <summary>The batches, in order; each is disposed when the next is asked for.</summary>
    public IEnumerable<ViewBatch> Batches(CancellationToken cancellation)
    {
        for (var number = 0; number < _count; number++)
        {
            cancellation.ThrowIfCancellationRequested();
            using var batch = _batches.Take();
            yield return batch;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _batches.Dispose();
}
