using System.Buffers.Binary;
using System.Text;

namespace ResNetGen.Weights.Pickles;

/// <summary>The bytes of a pickle, in order. No length of the file is believed before the bytes are there.</summary>
internal sealed class PickleBytes(Stream stream, long length)
{
    private static readonly UTF8Encoding Utf8 = new(false, true);
    private readonly byte[] _buffer = new byte[(int)Math.Min(length, 1 << 16)];
    private int _next;
    private int _end;
    private long _read;

    /// <summary>Where the next byte lies in the pickle.</summary>
    public long Position => _read - (_end - _next);

    public long Left => length - Position;

    /// <summary>Where the last frame that began ends; -1 before the first.</summary>
    public long FrameEnd { get; private set; } = -1;

    public bool InFrame => Position < FrameEnd;

    /// <summary>Begins a frame, which is a promise of length that every instruction has to keep.</summary>
    public void BeginFrame(long at, ulong size)
    {
        if (InFrame)
            throw new CheckpointException($"the pickle begins a frame inside of a frame at byte {at}");
        if (size > (ulong)Left)
            throw new CheckpointException($"the pickle has a frame of {size} bytes at byte {at}, and {Left} are left");

        FrameEnd = Position + (long)size;
    }

    public byte Byte() => Take(1)[0];

    public ushort UInt16() => BinaryPrimitives.ReadUInt16LittleEndian(Take(2));

    public int Int32() => BinaryPrimitives.ReadInt32LittleEndian(Take(4));

    public uint UInt32() => BinaryPrimitives.ReadUInt32LittleEndian(Take(4));

    public ulong UInt64() => BinaryPrimitives.ReadUInt64LittleEndian(Take(8));

    public double Double() => BinaryPrimitives.ReadDoubleBigEndian(Take(8));

    /// <summary>Reads a little-endian number of two's complement; null where it has more than 64 bits.</summary>
    public long? Long(int count)
    {
        if (count > 8)
        {
            Skip((ulong)count, "a number");
            return null;
        }

        var bytes = Take(count);
        var value = count > 0 && bytes[^1] >= 0x80 ? -1L : 0L;
        for (var i = count - 1; i >= 0; i--)
            value = (value << 8) | bytes[i];

        return value;
    }

    public string Text(ulong count)
    {
        var at = Position;
        Need(count, "a text");
        if (count > PickleLimits.TextBytes)
            throw new CheckpointException($"the pickle has a text of {count} bytes at byte {at}; at most {PickleLimits.TextBytes} are read");

        try
        {
            if ((int)count <= _buffer.Length)
                return Utf8.GetString(Take((int)count));

            var bytes = new byte[(int)count];
            Fill(bytes);
            return Utf8.GetString(bytes);
        }
        catch (DecoderFallbackException e)
        {
            throw new CheckpointException($"the pickle has a text that is no valid UTF-8 at byte {at}", e);
        }
    }

    /// <summary>Passes over bytes that nobody needs.</summary>
    public void Skip(ulong count, string what)
    {
        Need(count, what);
        for (var left = (long)count; left > 0;)
        {
            var part = (int)Math.Min(left, _buffer.Length);
            Take(part);
            left -= part;
        }
    }

    /// <summary>Reads a name that a line break ends.</summary>
    public string Line(string what)
    {
        var at = Position;
        Span<byte> line = stackalloc byte[PickleLimits.GlobalBytes];
        for (var used = 0; used < line.Length; used++)
        {
            line[used] = Byte();
            if (line[used] != '\n')
                continue;

            var name = line[..used];
            return name.ContainsAnyExceptInRange((byte)'!', (byte)'~')
                ? throw new CheckpointException($"the pickle has a {what} at byte {at} that is no name: {Files.Quoted.Name(Encoding.Latin1.GetString(name))}")
                : Encoding.ASCII.GetString(name);
        }

        throw new CheckpointException($"the pickle has a {what} of more than {line.Length} bytes at byte {at}");
    }

    private void Need(ulong count, string what)
    {
        if (count > (ulong)Left)
            throw new CheckpointException($"the pickle has {what} of {count} bytes at byte {Position}, and {Left} are left");
    }

    // At most as many bytes as the buffer has: the longest part of an instruction that is taken at once, or what was measured.
    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > Left)
            throw new CheckpointException($"the pickle ends at byte {length} without an end (STOP)");

        if (count > _end - _next)
        {
            _buffer.AsSpan(_next, _end - _next).CopyTo(_buffer);
            (_next, _end) = (0, _end - _next);
            var part = (int)Math.Min(_buffer.Length - _end, length - _read);
            stream.ReadExactly(_buffer.AsSpan(_end, part));
            _end += part;
            _read += part;
        }

        _next += count;
        return _buffer.AsSpan(_next - count, count);
    }

    private void Fill(Span<byte> target)
    {
        while (target.Length > 0)
        {
            var part = Take(Math.Min(target.Length, _buffer.Length));
            part.CopyTo(target);
            target = target[part.Length..];
        }
    }
}
