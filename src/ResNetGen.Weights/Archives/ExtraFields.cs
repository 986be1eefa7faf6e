using System.Buffers.Binary;

namespace ResNetGen.Weights.Archives;

/// <summary>The extra fields of a zip header: pairs of a number and bytes.</summary>
internal static class ExtraFields
{
    private const ushort Zip64 = 1;

    /// <summary>Returns the zip64 field, or nothing.</summary>
    /// <exception cref="CheckpointException">The fields do not fill their place, or there are two of zip64.</exception>
    public static ReadOnlySpan<byte> FindZip64(ReadOnlySpan<byte> extra, string entry, long at)
    {
        ReadOnlySpan<byte> found = default;
        var seen = false;
        for (var rest = extra; rest.Length > 0;)
        {
            var length = rest.Length < 4 ? int.MaxValue : BinaryPrimitives.ReadUInt16LittleEndian(rest[2..]);
            if (length > rest.Length - 4)
                throw new CheckpointException($"byte {at}: the extra fields of zip entry {entry} do not fit into their {extra.Length} bytes");

            if (BinaryPrimitives.ReadUInt16LittleEndian(rest) == Zip64)
            {
                if (seen)
                    throw new CheckpointException($"byte {at}: zip entry {entry} has two zip64 fields");

                found = rest.Slice(4, length);
                seen = true;
            }

            rest = rest[(4 + length)..];
        }

        return found;
    }

    /// <summary>Replaces a 32-bit value that says that it is too small by the next of the zip64 field.</summary>
    public static long Widen(uint value, ref ReadOnlySpan<byte> zip64, string entry, long at)
    {
        if (value != uint.MaxValue)
            return value;

        var wide = zip64.Length < 8 ? -1 : BinaryPrimitives.ReadInt64LittleEndian(zip64);
        if (wide < 0)
            throw new CheckpointException($"byte {at}: zip entry {entry} has no valid zip64 size or place");

        zip64 = zip64[8..];
        return wide;
    }
}
