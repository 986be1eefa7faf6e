using System.Buffers.Binary;
using ResNetGen.Export.Onnx.Schema;

namespace ResNetGen.Export.Onnx.Weights;

/// <summary>A few numbers that the graph itself brings.</summary>
internal sealed class Constant : Initializer
{
    private readonly byte[] _bytes;

    private Constant(string name, TensorProto.Types.DataType type, long[] shape, byte[] bytes)
        : base(name, type, shape) => _bytes = bytes;

    public static Constant Integers(string name, params long[] values)
    {
        var bytes = new byte[values.Length * sizeof(long)];
        for (var i = 0; i < values.Length; i++)
            BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(i * sizeof(long)), values[i]);

        return new Constant(name, TensorProto.Types.DataType.Int64, [values.Length], bytes);
    }

    public static Constant Number(string name, float value) => new(name, TensorProto.Types.DataType.Float, [], Bytes([value]));

    public static Constant Numbers(string name, params float[] values) =>
        new(name, TensorProto.Types.DataType.Float, [values.Length], Bytes(values));

    public override void WriteTo(Stream file) => file.Write(_bytes);

    private static byte[] Bytes(float[] values)
    {
        var bytes = new byte[values.Length * sizeof(float)];
        FloatElements.ToBytes(values, bytes);
        return bytes;
    }
}
