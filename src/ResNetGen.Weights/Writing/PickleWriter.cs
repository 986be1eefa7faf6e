using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using ResNetGen.Weights.Nested;

namespace ResNetGen.Weights.Writing;

/// <summary>
/// A pickle (protocol 2) of tensors, whose elements lie in storages 0, 1, ..., and of what training keeps beside them: what
/// <c>torch.save</c> writes, without the memo that it does not need.
/// </summary>
internal sealed class PickleWriter
{
    private readonly MemoryStream _bytes = new();
    private readonly List<CheckpointTensor> _tensors = [];

    /// <summary>Writes a state dict: an ordered dict of tensors.</summary>
    public static byte[] Write(List<CheckpointTensor> tensors) => Write(NestedDict.OfState(tensors), out _);

    /// <summary>Writes a dict, and says whose elements its storages are.</summary>
    /// <exception cref="NotSupportedException">A value is of a kind that checkpoints do not hold.</exception>
    public static byte[] Write(NestedDict root, out List<CheckpointTensor> tensors)
    {
        var pickle = new PickleWriter();
        pickle.Op(0x80, 2);
        pickle.Value(root);
        pickle.Op('.');
        tensors = pickle._tensors;
        return pickle._bytes.ToArray();
    }

    private void Value(object? value)
    {
        switch (value)
        {
            case null: Op('N'); break;
            case bool truth: Op(truth ? 0x88 : 0x89); break;
            case int number: Number(number); break;
            case long number: Number(number); break;
            case ulong number: Number(number); break;
            case double number: Float(number); break;
            case string text: Text(text); break;
            case CheckpointTensor tensor: Tensor(tensor); break;
            case NestedDict dict: Dict(dict); break;
            case System.Collections.IList list: List(list); break;
            default: throw new NotSupportedException($"A checkpoint holds no value of {value.GetType().Name}.");
        }
    }

    private void Dict(NestedDict dict)
    {
        if (dict.IsOrdered)
            EmptyOrderedDict();
        else
            Op('}');

        Op('(');
        foreach (var (key, value) in dict.Items)
        {
            Value(key);
            Value(value);
        }

        Op('u');
    }

    private void List(System.Collections.IList list)
    {
        Op(']');
        Op('(');
        foreach (var item in list)
            Value(item);

        Op('e');
    }

    // torch._utils._rebuild_tensor_v2(storage, offset, size, stride, requires_grad, backward_hooks)
    private void Tensor(CheckpointTensor tensor)
    {
        var storage = _tensors.Count.ToString(CultureInfo.InvariantCulture);
        _tensors.Add(tensor);
        Global("torch._utils", "_rebuild_tensor_v2");
        Op('(');
        Op('(');
        Text("storage");
        Global("torch", Storage(tensor.Type));
        Text(storage);
        Text("cpu");
        Number(tensor.Elements);
        Op('t');
        Op('Q');
        Number(0);
        Tuple(tensor.Shape);
        Tuple(Strides(tensor.Shape));
        Op(0x89);
        EmptyOrderedDict();
        Op('t');
        Op('R');
    }

    private void EmptyOrderedDict()
    {
        Global("collections", "OrderedDict");
        Op(')');
        Op('R');
    }

    private void Tuple(IReadOnlyList<long> numbers)
    {
        Op('(');
        foreach (var number in numbers)
            Number(number);

        Op('t');
    }

    private void Number(long value)
    {
        switch (value)
        {
            case >= 0 and <= byte.MaxValue:
                Op('K', (byte)value);
                break;
            case >= int.MinValue and <= int.MaxValue:
                Op('J');
                Span<byte> four = stackalloc byte[sizeof(int)];
                BinaryPrimitives.WriteInt32LittleEndian(four, (int)value);
                _bytes.Write(four);
                break;
            default:
                Op(0x8a, sizeof(long));
                Span<byte> eight = stackalloc byte[sizeof(long)];
                BinaryPrimitives.WriteInt64LittleEndian(eight, value);
                _bytes.Write(eight);
                break;
        }
    }

    // Python's numbers have no end: a ninth byte says that it is not negative.
    private void Number(ulong value)
    {
        if (value <= long.MaxValue)
        {
            Number((long)value);
            return;
        }

        Op(0x8a, sizeof(ulong) + 1);
        Span<byte> nine = stackalloc byte[sizeof(ulong) + 1];
        nine.Clear();
        BinaryPrimitives.WriteUInt64LittleEndian(nine, value);
        _bytes.Write(nine);
    }

    private void Float(double value)
    {
        Op('G');
        Span<byte> eight = stackalloc byte[sizeof(double)];
        BinaryPrimitives.WriteDoubleBigEndian(eight, value);
        _bytes.Write(eight);
    }

    private void Text(string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        Op('X');
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, utf8.Length);
        _bytes.Write(length);
        _bytes.Write(utf8);
    }

    private void Global(string module, string name)
    {
        Op('c');
        _bytes.Write(Encoding.ASCII.GetBytes($"{module}\n{name}\n"));
    }

    private void Op(int opcode) => _bytes.WriteByte((byte)opcode);

    private void Op(int opcode, byte argument)
    {
        Op(opcode);
        _bytes.WriteByte(argument);
    }

    // Row-major; a size of 0 counts as 1, as PyTorch has it.
    private static long[] Strides(IReadOnlyList<long> shape)
    {
        var strides = new long[shape.Count];
        var step = 1L;
        for (var axis = shape.Count - 1; axis >= 0; axis--)
        {
            strides[axis] = step;
            step *= Math.Max(shape[axis], 1);
        }

        return strides;
    }

    private static string Storage(ElementType type) => type switch
    {
        ElementType.UInt8 => "ByteStorage",
        ElementType.Int8 => "CharStorage",
        ElementType.Int16 => "ShortStorage",
        ElementType.Int32 => "IntStorage",
        ElementType.Int64 => "LongStorage",
        ElementType.Float16 => "HalfStorage",
        ElementType.BFloat16 => "BFloat16Storage",
        ElementType.Float32 => "FloatStorage",
        ElementType.Float64 => "DoubleStorage",
        ElementType.Bool => "BoolStorage",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "There is no such type of element."),
    };
}
