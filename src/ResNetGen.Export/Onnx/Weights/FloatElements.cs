using System.Buffers.Binary;
using System.Runtime.InteropServices;
using ResNetGen.Weights;

namespace ResNetGen.Export.Onnx.Weights;

/// <summary>Elements of a checkpoint's tensors as numbers, whatever they are in the file.</summary>
internal static class FloatElements
{
    /// <summary>Elements that are handled at once, so that no tensor is in memory as a whole.</summary>
    public const int Chunk = 1 << 18;

    /// <summary>Reads a whole tensor that is known to be small.</summary>
    public static float[] ReadAll(CheckpointTensor tensor)
    {
        var values = new float[tensor.Elements];
        Read(tensor, 0, values, new byte[tensor.ByteLength]);
        return values;
    }

    /// <summary>Calls <paramref name="use"/> with one part after the other: its first element, and its numbers.</summary>
    public static void ForEachChunk(CheckpointTensor tensor, Action<long, float[], int> use)
    {
        var values = new float[Math.Min(tensor.Elements, Chunk)];
        var bytes = new byte[values.Length * tensor.Type.Size()];
        for (var start = 0L; start < tensor.Elements; start += Chunk)
        {
            var count = (int)Math.Min(Chunk, tensor.Elements - start);
            Read(tensor, start, values.AsSpan(0, count), bytes);
            use(start, values, count);
        }
    }

    /// <summary>Writes numbers as little-endian bytes.</summary>
    public static void ToBytes(ReadOnlySpan<float> values, Span<byte> bytes)
    {
        if (BitConverter.IsLittleEndian)
        {
            MemoryMarshal.AsBytes(values).CopyTo(bytes);
            return;
        }

        for (var i = 0; i < values.Length; i++)
            BinaryPrimitives.WriteSingleLittleEndian(bytes[(i * sizeof(float))..], values[i]);
    }

    private static void Read(CheckpointTensor tensor, long start, Span<float> values, byte[] bytes)
    {
        var size = tensor.Type.Size();
        tensor.Read(start, bytes.AsSpan(0, values.Length * size));
        for (var i = 0; i < values.Length; i++)
            values[i] = Number(tensor.Type, bytes.AsSpan(i * size));
    }

    private static float Number(ElementType type, ReadOnlySpan<byte> bytes) => type switch
    {
        ElementType.Float32 => BinaryPrimitives.ReadSingleLittleEndian(bytes),
        ElementType.Float64 => (float)BinaryPrimitives.ReadDoubleLittleEndian(bytes),
        ElementType.Float16 => (float)BinaryPrimitives.ReadHalfLittleEndian(bytes),
        ElementType.BFloat16 => BitConverter.Int32BitsToSingle(BinaryPrimitives.ReadUInt16LittleEndian(bytes) << 16),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "these elements are no fractions"),
    };
}
