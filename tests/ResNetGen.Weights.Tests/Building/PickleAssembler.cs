using System.Buffers.Binary;
using System.Text;

namespace ResNetGen.Weights.Tests.Building;

/// <summary>Writes pickles instruction by instruction, good ones and others. It shares nothing with the reader.</summary>
internal sealed class PickleAssembler
{
    private readonly List<byte> _bytes = [];
    private readonly List<int> _boundaries = [];

    public PickleAssembler(int protocol = 2)
    {
        Protocol = protocol;
        if (protocol >= 2)
            Op(0x80, (byte)protocol);
    }

    public int Protocol { get; }

    /// <summary>Where instructions begin.</summary>
    public IReadOnlyList<int> Boundaries => _boundaries;

    public int Length => _bytes.Count;

    public byte[] ToArray() => [.. _bytes];

    /// <summary>Ends the pickle.</summary>
    public byte[] Stop() => Op('.').ToArray();

    public PickleAssembler Op(byte opcode, params ReadOnlySpan<byte> argument)
    {
        _boundaries.Add(_bytes.Count);
        _bytes.Add(opcode);
        _bytes.AddRange(argument);
        return this;
    }

    public PickleAssembler Op(char opcode, params ReadOnlySpan<byte> argument) => Op((byte)opcode, argument);

    public PickleAssembler Line(char opcode, string text) => Op(opcode, Encoding.UTF8.GetBytes(text + "\n"));

    public PickleAssembler Mark() => Op('(');

    public PickleAssembler None() => Op('N');

    public PickleAssembler Bool(bool value) => Op((byte)(value ? 0x88 : 0x89));

    public PickleAssembler Float(double value)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteDoubleBigEndian(bytes, value);
        return Op('G', bytes);
    }

    public PickleAssembler Int(long value) => value switch
    {
        >= 0 and <= 0xff => Op('K', (byte)value),
        >= 0 and <= 0xffff => Op('M', (byte)value, (byte)(value >> 8)),
        >= int.MinValue and <= int.MaxValue => Op('J', BitConverter.GetBytes((int)value)),
        _ => Op(0x8a, [8, .. BitConverter.GetBytes(value)]),
    };

    public PickleAssembler Text(string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        return Protocol >= 4 && utf8.Length < 256
            ? Op(0x8c, [(byte)utf8.Length, .. utf8])
            : Op('X', [.. BitConverter.GetBytes(utf8.Length), .. utf8]);
    }

    /// <summary>Names a global as the protocol does it.</summary>
    public PickleAssembler Global(string module, string name) => Protocol >= 4
        ? Text(module).Text(name).Op(0x93)
        : Op('c', Encoding.UTF8.GetBytes($"{module}\n{name}\n"));

    public PickleAssembler Tuple(params ReadOnlySpan<long> values)
    {
        if (values.Length == 0)
            return Op(')');

        if (values.Length > 3)
            Mark();
        foreach (var value in values)
            Int(value);

        return values.Length > 3 ? Op('t') : Op((byte)(0x84 + values.Length));
    }

    /// <summary>Calls a global with what <paramref name="arguments"/> pushes.</summary>
    public PickleAssembler Call(string module, string name, Action<PickleAssembler> arguments)
    {
        Global(module, name).Mark();
        arguments(this);
        return Op('t').Op('R');
    }

    public PickleAssembler OrderedDict() => Global("collections", "OrderedDict").Op(')').Op('R');

    /// <summary>Sets items of the value on the stack.</summary>
    public PickleAssembler Items(params ReadOnlySpan<(string Key, Action<PickleAssembler> Value)> items)
    {
        Mark();
        foreach (var (key, value) in items)
            value(Text(key));

        return Op('u');
    }

    public PickleAssembler Storage(string type, string key, long elements) =>
        Mark().Text("storage").Global("torch", type).Text(key).Text("cpu").Int(elements).Op('t').Op('Q');

    public PickleAssembler Tensor(TensorPart tensor) => Call("torch._utils", "_rebuild_tensor_v2", a => a
        .Storage(tensor.StorageType, tensor.Key, tensor.StorageElements)
        .Int(tensor.Offset).Tuple(tensor.Shape).Tuple(tensor.Strides).Bool(false).OrderedDict());
}
