using System.Globalization;

namespace ResNetGen.Weights.Pickles;

/// <summary>What a pickle may hold, as data. Numbers, texts and booleans are C#'s own.</summary>
internal abstract class PickleValue
{
    public static readonly PickleValue None = new PickleOpaque("None");

    /// <summary>How deep the value is nested, as far as it was known when its parts were put in.</summary>
    public int Depth { get; protected set; }

    public static int DepthOf(object value) => value is PickleValue nested ? nested.Depth : 0;

    /// <summary>Returns what a value is, for a message.</summary>
    public static string Describe(object value) => value switch
    {
        long => "an int",
        double => "a float",
        bool => "a bool",
        string => "a text",
        PickleTuple => "a tuple",
        PickleList => "a list",
        PickleDict => "a dict",
        PickleTensor => "a tensor",
        PickleStorage => "a storage",
        PickleGlobal global => global.Name,
        PickleOpaque { Kind: "None" } => "None",
        PickleOpaque opaque => $"a value of {opaque.Kind}",
        _ => string.Create(CultureInfo.InvariantCulture, $"a {value.GetType().Name}"),
    };
}

/// <summary>Something that is of no use for weights: its kind is known, its content is dropped.</summary>
internal sealed class PickleOpaque(string kind) : PickleValue
{
    public string Kind => kind;
}

internal sealed class PickleTuple : PickleValue
{
    public static readonly PickleTuple Empty = new([]);

    public PickleTuple(object[] items)
    {
        Items = items;
        foreach (var item in items)
            Depth = Math.Max(Depth, DepthOf(item) + 1);
    }

    public object[] Items { get; }
}

internal sealed class PickleList : PickleValue
{
    private readonly List<object> _items = [];

    public IReadOnlyList<object> Items => _items;

    public void Add(object item)
    {
        _items.Add(item);
        Depth = Math.Max(Depth, DepthOf(item) + 1);
    }
}

/// <summary>A dict, or an OrderedDict, which may have attributes (a state dict has <c>_metadata</c>).</summary>
internal sealed class PickleDict(bool ordered) : PickleValue
{
    private readonly List<KeyValuePair<object, object>> _items = [];
    private HashSet<object>? _keys;

    public bool Ordered => ordered;

    public IReadOnlyList<KeyValuePair<object, object>> Items => _items;

    /// <summary>Adds an entry; false where the key is there already.</summary>
    public bool TryAdd(object key, object value)
    {
        _keys ??= new HashSet<object>(PickleKeys.Instance);
        if (!_keys.Add(key))
            return false;

        _items.Add(new(key, value));
        Depth = Math.Max(Depth, DepthOf(value) + 1);
        return true;
    }

    public object? Find(string key)
    {
        foreach (var (name, value) in _items)
        {
            if (name is string text && string.Equals(text, key, StringComparison.Ordinal))
                return value;
        }

        return null;
    }
}

/// <summary>A storage: one file of the archive, <c>data/KEY</c>.</summary>
internal sealed class PickleStorage(PickleGlobal type, string key, long elements) : PickleValue
{
    public PickleGlobal Type => type;

    public string Key => key;

    public long Elements => elements;
}

/// <summary>A tensor as the pickle describes it: nothing of it was checked against the archive yet.</summary>
internal sealed class PickleTensor(PickleStorage storage, long offset, long[] shape, long[] strides, long position) : PickleValue
{
    public PickleStorage Storage => storage;

    public long Offset => offset;

    public IReadOnlyList<long> Shape => shape;

    public IReadOnlyList<long> Strides => strides;

    /// <summary>Where the pickle makes it.</summary>
    public long Position => position;
}

/// <summary>A tensor of a kind that is not read, kept to name the one that the file is refused for.</summary>
internal sealed class PickleForeignTensor(string kind, long position) : PickleValue
{
    public string Kind => kind;

    public long Position => position;
}
