namespace ResNetGen.Weights.TorchSharp;

/// <summary>The bytes from some place of a file on: as many as a header needs at most, or to the file's end.</summary>
internal ref struct HeaderBytes(ReadOnlySpan<byte> bytes, long start = 0)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _used;

    /// <summary>Where the next byte lies in the file.</summary>
    public readonly long Offset => start + _used;

    /// <summary>Reads an unsigned LEB128 number of at most 63 bits.</summary>
    /// <exception cref="CheckpointException">There is none, or it is longer, or written longer than it must be.</exception>
    public long Number(string what)
    {
        var at = Offset;
        var value = 0L;
        for (var shift = 0; shift < 63; shift += 7)
        {
            var part = Take(1, what)[0];
            value |= (long)(part & 0x7f) << shift;
            if (part >= 0x80)
                continue;

            return part > 0 || shift == 0 ? value : throw new CheckpointException($"byte {at}: {what} is written with more bytes than it needs");
        }

        throw new CheckpointException($"byte {at}: {what} has more than 63 bits");
    }

    public ReadOnlySpan<byte> Take(int count, string what)
    {
        if (count > _bytes.Length - _used)
            throw new CheckpointException($"the file ends at byte {start + _bytes.Length}, inside of {what}, which begins at byte {Offset}");

        _used += count;
        return _bytes.Slice(_used - count, count);
    }
}
