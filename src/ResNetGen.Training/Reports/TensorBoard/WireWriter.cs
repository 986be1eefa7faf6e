using System.Buffers.Binary;
using System.Text;

namespace ResNetGen.Training.Reports.TensorBoard;

/// <summary>Writes a message of Protocol Buffers: fields by number, in the wire format that its encoding guide publishes.</summary>
internal sealed class WireWriter
{
    private const int Varint = 0;
    private const int Fixed64 = 1;
    private const int Bytes = 2;
    private const int Fixed32 = 5;

    private readonly List<byte> _content = [];

    public byte[] ToArray() => [.. _content];

    public WireWriter Double(int field, double value)
    {
        Tag(field, Fixed64);
        Span<byte> bytes = stackalloc byte[sizeof(double)];
        BinaryPrimitives.WriteDoubleLittleEndian(bytes, value);
        _content.AddRange(bytes);
        return this;
    }

    public WireWriter Float(int field, float value)
    {
        Tag(field, Fixed32);
        Span<byte> bytes = stackalloc byte[sizeof(float)];
        BinaryPrimitives.WriteSingleLittleEndian(bytes, value);
        _content.AddRange(bytes);
        return this;
    }

    public WireWriter Int(int field, long value)
    {
        Tag(field, Varint);
        Number((ulong)value);
        return this;
    }

    public WireWriter Text(int field, string value) => Part(field, Encoding.UTF8.GetBytes(value));

    public WireWriter Message(int field, WireWriter value) => Part(field, value.ToArray());

    private WireWriter Part(int field, byte[] value)
    {
        Tag(field, Bytes);
        Number((ulong)value.Length);
        _content.AddRange(value);
        return this;
    }

    private void Tag(int field, int type) => Number(((ulong)field << 3) | (uint)type);

    // Seven bits a byte, the lowest first; the eighth says that more follow.
    private void Number(ulong value)
    {
        for (; value >= 0x80; value >>= 7)
            _content.Add((byte)(value | 0x80));

        _content.Add((byte)value);
    }
}
