namespace ResNetGen.Weights.Pickles;

/// <summary>The stack of a pickle, with its marks and its memo. Nothing is taken from below the last mark.</summary>
internal sealed class PickleStack(PickleBytes bytes)
{
    private readonly List<object> _values = [];
    private readonly List<int> _marks = [];
    private readonly Dictionary<uint, object> _memo = [];
    private int _made;

    public int Count => _values.Count;

    public int Marks => _marks.Count;

    public int MemoCount => _memo.Count;

    /// <summary>Pushes a new value.</summary>
    public void Push(object value)
    {
        if (++_made > PickleLimits.Values)
            throw new CheckpointException($"the pickle has more than {PickleLimits.Values} values at byte {bytes.Position}");

        PushKnown(value);
    }

    public object Pop()
    {
        var value = Peek();
        _values.RemoveAt(_values.Count - 1);
        return value;
    }

    public object Peek() => _values.Count > Floor()
        ? _values[^1]
        : throw new CheckpointException($"the pickle takes a value from an empty stack before byte {bytes.Position}");

    public T Pop<T>(string what) => Pop() is T value ? value : throw Unfit(what);

    public T Peek<T>(string what) => Peek() is T value ? value : throw Unfit(what);

    public void Mark()
    {
        if (_marks.Count == PickleLimits.Stack)
            throw new CheckpointException($"the pickle has more than {PickleLimits.Stack} marks at byte {bytes.Position}");

        _marks.Add(_values.Count);
    }

    /// <summary>Pops all above the last mark, and the mark.</summary>
    public object[] PopToMark()
    {
        if (_marks.Count == 0)
            throw new CheckpointException($"the pickle goes back to a mark that is not there before byte {bytes.Position}");

        var from = _marks[^1];
        _marks.RemoveAt(_marks.Count - 1);
        var items = _values.GetRange(from, _values.Count - from).ToArray();
        _values.RemoveRange(from, items.Length);
        return items;
    }

    public object[] Pop(int count)
    {
        var items = new object[count];
        for (var i = count - 1; i >= 0; i--)
            items[i] = Pop();

        return items;
    }

    public void Remember(uint index)
    {
        if (index >= PickleLimits.Values)
            throw new CheckpointException($"the pickle remembers a value as number {index} before byte {bytes.Position}; less than {PickleLimits.Values} are read");
        if (!_memo.TryAdd(index, Peek()))
            throw new CheckpointException($"the pickle remembers two values as number {index} before byte {bytes.Position}");
    }

    public void Recall(uint index) => PushKnown(
        _memo.TryGetValue(index, out var value)
            ? value
            : throw new CheckpointException($"the pickle recalls value {index} before byte {bytes.Position}, which it did not remember"));

    private int Floor() => _marks.Count > 0 ? _marks[^1] : 0;

    private void PushKnown(object value)
    {
        if (_values.Count == PickleLimits.Stack)
            throw new CheckpointException($"the pickle has more than {PickleLimits.Stack} values on its stack at byte {bytes.Position}");
        if (PickleValue.DepthOf(value) > PickleLimits.Depth)
            throw new CheckpointException($"the pickle nests values deeper than {PickleLimits.Depth} at byte {bytes.Position}");

        _values.Add(value);
    }

    private CheckpointException Unfit(string what) => new($"the pickle has something else than {what} before byte {bytes.Position}");
}
