using System.Collections;

namespace ResNetGen.Weights.Nested;

/// <summary>
/// A dict that a checkpoint is to hold, in order. Keys are texts and numbers; values are null, bool, int, long, ulong, double,
/// string, <see cref="CheckpointTensor"/>, lists and dicts of such.
/// </summary>
internal sealed class NestedDict(bool isOrdered = false) : IEnumerable
{
    private readonly List<KeyValuePair<object, object?>> _items = [];

    /// <summary>Whether Python gets an OrderedDict.</summary>
    public bool IsOrdered => isOrdered;

    public IReadOnlyList<KeyValuePair<object, object?>> Items => _items;

    /// <summary>A state dict.</summary>
    public static NestedDict OfState(IEnumerable<CheckpointTensor> tensors)
    {
        var state = new NestedDict(isOrdered: true);
        foreach (var tensor in tensors)
            state.Add(tensor.Name, tensor);

        return state;
    }

    public void Add(string key, object? value) => _items.Add(new(key, value));

    public void Add(long key, object? value) => _items.Add(new(key, value));

    public IEnumerator GetEnumerator() => _items.GetEnumerator();
}
