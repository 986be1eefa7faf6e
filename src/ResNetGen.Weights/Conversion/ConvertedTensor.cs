using System.Buffers.Binary;

namespace ResNetGen.Weights.Conversion;

/// <summary>A tensor whose floating-point elements are converted when they are read.</summary>
internal sealed class ConvertedTensor(CheckpointTensor tensor, ElementType type) : CheckpointTensor(tensor.Name, type, tensor.Shape)
{
    // Elements that are read at once.
    private const int Part = 1 << 16;

    // What PyTorch writes for any NaN, but for some of its vectorised code.
    private const ushort BFloat16NaN = 0x7FC0;

    protected override void VerifyElements() => tensor.Verify();

    protected override void ReadElements(long start, Span<byte> destination)
    {
        var (from, to) = (tensor.Type.Size(), Type.Size());
        var buffer = new byte[Math.Min(Part, destination.Length / to) * from];
        while (destination.Length > 0)
        {
            var count = Math.Min(Part, destination.Length / to);
            var part = buffer.AsSpan(0, count * from);
            tensor.Read(start, part);
            for (var i = 0; i < count; i++)
                Write(Read(part[(i * from)..]), destination[(i * to)..]);

            start += count;
            destination = destination[(count * to)..];
        }
    }

    private double Read(ReadOnlySpan<byte> bytes) => tensor.Type switch
    {
        ElementType.Float16 => (double)BinaryPrimitives.ReadHalfLittleEndian(bytes),
        ElementType.BFloat16 => BitConverter.Int32BitsToSingle(BinaryPrimitives.ReadUInt16LittleEndian(bytes) << 16),
        ElementType.Float32 => BinaryPrimitives.ReadSingleLittleEndian(bytes),
        _ => BinaryPrimitives.ReadDoubleLittleEndian(bytes),
    };

    private void Write(double value, Span<byte> bytes)
    {
        switch (Type)
        {
            case ElementType.Float16:
                BinaryPrimitives.WriteHalfLittleEndian(bytes, (Half)(float)value);
                break;
            case ElementType.BFloat16:
                BinaryPrimitives.WriteUInt16LittleEndian(bytes, ToBFloat16((float)value));
                break;
            case ElementType.Float32:
                BinaryPrimitives.WriteSingleLittleEndian(bytes, (float)value);
                break;
            default:
                BinaryPrimitives.WriteDoubleLittleEndian(bytes, value);
                break;
        }
    }

    private static ushort ToBFloat16(float value)
    {
        if (float.IsNaN(value))
            return BFloat16NaN;

        var bits = BitConverter.SingleToUInt32Bits(value);
        // Half of what is cut off, and one more where the last bit that stays is odd: ties go to even.
        return (ushort)((bits + 0x7FFF + ((bits >> 16) & 1)) >> 16);
    }
}
