namespace ResNetGen.Training.Data;

/// <summary>Which pictures each step takes: an order per epoch, cut into batches, each shared out by rank.</summary>
internal sealed class BatchPlan
{
    private readonly object _gate = new();
    private readonly int _images;
    private readonly int _batchSize;
    private readonly ulong _seed;
    private readonly LoaderOptions _options;

    // Workers are an epoch apart at most, unless epochs are very short.
    private readonly Dictionary<long, int[]> _orders = [];

    /// <summary>A plan.</summary>
    /// <exception cref="ArgumentException">A share would be empty.</exception>
    public BatchPlan(int images, Recipe recipe, LoaderOptions options)
    {
        _images = images;
        _batchSize = recipe.BatchSize;
        _seed = recipe.Seed;
        _options = options;
        StepsPerEpoch = (images + _batchSize - 1L) / _batchSize;

        // A process with no pictures would have no gradients, and its norms no statistics.
        var smallest = (int)(images - ((StepsPerEpoch - 1) * _batchSize));
        if (smallest < options.WorldSize)
            throw new ArgumentException($"The last batch of {images} pictures in batches of {_batchSize} has {smallest}, fewer than the {options.WorldSize} processes: choose another batch size.", nameof(recipe));
    }

    /// <summary>Batches of one epoch, the last and smaller one included.</summary>
    public long StepsPerEpoch { get; }

    /// <summary>The epoch of a step.</summary>
    public long Epoch(long step) => step / StepsPerEpoch;

    /// <summary>This rank's pictures of a step.</summary>
    public ArraySegment<int> Share(long step)
    {
        var start = (int)(step % StepsPerEpoch * _batchSize);
        var size = Math.Min(_batchSize, _images - start);
        var (least, more) = Math.DivRem(size, _options.WorldSize);
        var first = start + (_options.Rank * least) + Math.Min(_options.Rank, more);
        return new ArraySegment<int>(Order(Epoch(step)), first, least + (_options.Rank < more ? 1 : 0));
    }

    private int[] Order(long epoch)
    {
        lock (_gate)
        {
            if (!_orders.TryGetValue(epoch, out var order))
            {
                foreach (var past in _orders.Keys.Where(known => known < epoch - 1).ToList())
                    _orders.Remove(past);
                order = RandomNumbers.Of(_seed, RandomPurpose.Order, epoch).Permutation(_images);
                _orders.Add(epoch, order);
            }

            return order;
        }
    }
}
