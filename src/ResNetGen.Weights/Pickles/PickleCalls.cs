using System.Globalization;

namespace ResNetGen.Weights.Pickles;

/// <summary>What the calls of a pickle stand for. Every one checks what it is given, and gives data.</summary>
internal sealed class PickleCalls
{
    public static readonly object True = true;
    public static readonly object False = false;
    private const int MaxRank = 64;
    private readonly List<PickleValue> _tensors = [];

    /// <summary>The tensors that were made, used or not.</summary>
    public IReadOnlyList<PickleValue> Tensors => _tensors;

    /// <summary>Makes a storage of a persistent id.</summary>
    public static PickleStorage Storage(object id, long at) =>
        id is PickleTuple { Items: ["storage", PickleGlobal { Kind: GlobalKind.Storage } type, string key, string, long elements] } && elements >= 0
            ? new PickleStorage(type, key, elements)
            : throw new CheckpointException($"refused: the pickle has a persistent id at byte {at} that is no storage: ('storage', type, key, location, number of elements)");

    public static string Show(object key) => key is string text ? Files.Quoted.Name(text) : Convert.ToString(key, CultureInfo.InvariantCulture) ?? "";

    public object Reduce(object called, object[] arguments, long at)
    {
        if (called is not PickleGlobal global)
            throw new CheckpointException($"refused: the pickle calls {PickleValue.Describe(called)} at byte {at}");

        return global.Kind switch
        {
            GlobalKind.OrderedDict when arguments is [] => new PickleDict(ordered: true),
            GlobalKind.Counter when arguments is [PickleDict counts] => counts,
            GlobalKind.Counter when arguments is [] => new PickleDict(ordered: false),
            GlobalKind.Size when arguments is [PickleTuple size] => size,
            GlobalKind.Tensor => Tensor(arguments, at),
            GlobalKind.Parameter when arguments is [PickleTensor or PickleForeignTensor, bool, PickleDict { Items: [] }] => arguments[0],
            GlobalKind.ForeignTensor => Foreign(global.Detail, at),
            GlobalKind.Dropped when arguments.All(IsPlain) => new PickleOpaque(global.Name),
            GlobalKind.Storage or GlobalKind.Name or GlobalKind.Object =>
                throw new CheckpointException($"refused: the pickle calls '{global.Name}' at byte {at}, which no state dict does"),
            _ => throw new CheckpointException($"the pickle calls '{global.Name}' at byte {at} with arguments that it does not take"),
        };
    }

    // A device, a set, a number of NumPy: of what is needed for a text, a number or bytes.
    private static bool IsPlain(object value) =>
        value is string or long or double or bool or PickleList or PickleTuple or PickleOpaque;

    private PickleValue Tensor(object[] arguments, long at)
    {
        if (arguments is not [PickleStorage storage, long offset, PickleTuple size, PickleTuple stride, .. var rest])
            throw new CheckpointException($"the pickle makes a tensor at byte {at} of something else than a storage, an offset, a size and strides");
        if (rest is not ([] or [bool, PickleDict { Items: [] }] or [bool, PickleDict { Items: [] }, _]))
            throw new CheckpointException($"the pickle makes a tensor at byte {at} with hooks or more than a tensor has");
        if (rest is [_, _, var metadata] && !ReferenceEquals(metadata, PickleValue.None) && metadata is not PickleDict { Items: [] })
            return Foreign("conjugated, negated or has other metadata", at);
        if (storage.Type.Type is null)
            return Foreign(storage.Type.Detail, at);

        return Made(new PickleTensor(storage, offset, Numbers(size, "a size", at), Numbers(stride, "strides", at), at));
    }

    private static long[] Numbers(PickleTuple tuple, string what, long at)
    {
        if (tuple.Items.Length > MaxRank)
            throw new CheckpointException($"the pickle makes a tensor at byte {at} of {tuple.Items.Length} dimensions; at most {MaxRank} are read");

        var numbers = new long[tuple.Items.Length];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = tuple.Items[i] is long number
                ? number
                : throw new CheckpointException($"the pickle makes a tensor at byte {at} with {what} of {PickleValue.Describe(tuple.Items[i])}");
        }

        return numbers;
    }

    private PickleForeignTensor Foreign(string kind, long at) => Made(new PickleForeignTensor(kind, at));

    private T Made<T>(T tensor)
        where T : PickleValue
    {
        _tensors.Add(tensor);
        return tensor;
    }
}
