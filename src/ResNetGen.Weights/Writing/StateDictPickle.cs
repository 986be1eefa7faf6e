using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace ResNetGen.Weights.Writing;

/// <summary>
/// The pickle (protocol 2) of an ordered dictionary of tensors whose elements lie in storages 0, 1, ...: what
/// <c>torch.save</c> writes of a state dict, without the memo that it does not need.
/// </summary>
internal sealed class StateDictPickle
{
    private readonly MemoryStream _bytes = new();

    public static byte[] Write(List<CheckpointTensor> tensors)
    {
        var pickle = new StateDictPickle();
        pickle.Op(0x80, 2);
        pickle.EmptyOrderedDict();
        pickle.Op('(');
        for (var i = 0; i < tensors.Count; i++)
        {
            pickle.Text(tensors[i].Name);
            pickle.Tensor(tensors[i], i.ToString(CultureInfo.InvariantCulture));
        }

        pickle.Op('u');
        pickle.Op('.');
        return pickle._bytes.ToArray();
    }

    // torch._utils._rebuild_tensor_v2(storage, offset, size, stride, requires_grad, backward_hooks)
    private void Tensor(CheckpointTensor tensor, string storage)
    {
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
