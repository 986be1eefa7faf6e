using System.Buffers.Binary;
using ResNetGen.Weights.Files;

namespace ResNetGen.Weights.Archives;

/// <summary>
/// The end of a zip archive, which says where its directory lies. It has to be the end of the file: what could stand behind or
/// between is how one file is two things at once.
/// </summary>
internal readonly record struct ArchiveEnd(long DirectoryOffset, long DirectorySize, long Count)
{
    private const int EndSize = 22;
    private const int LocatorSize = 20;
    private const int Zip64Size = 56;

    public static ArchiveEnd Read(FileBytes file)
    {
        var at = file.Length - EndSize;
        if (at < 0 || file.Read(at, EndSize) is not { } end || !end.AsSpan().StartsWith("PK\u0005\u0006"u8) || U16(end, 20) != 0)
            throw Missing(file);

        if (U16(end, 4) != 0 || U16(end, 6) != 0 || U16(end, 8) != U16(end, 10))
            throw new CheckpointException($"byte {at}: the zip archive is split over several files");

        var small = new ArchiveEnd(U32(end, 16), U32(end, 12), U16(end, 10));
        var (whole, limit) = Zip64(file, at) is var (found, start) ? (Agreed(small, found, at), start) : (small, at);
        if (whole.DirectoryOffset < 0 || whole.DirectorySize < 0 || whole.Count < 0 || whole.DirectoryOffset > limit || whole.DirectorySize != limit - whole.DirectoryOffset)
        {
            throw new CheckpointException(
                $"byte {at}: the zip directory is said to be {whole.DirectorySize} bytes from byte {whole.DirectoryOffset}, and has to end at byte {limit}");
        }

        return whole;
    }

    private static (ArchiveEnd End, long Start)? Zip64(FileBytes file, long endAt)
    {
        if (endAt < LocatorSize || file.Read(endAt - LocatorSize, LocatorSize) is not { } locator || !locator.AsSpan().StartsWith("PK\u0006\u0007"u8))
            return null;

        var at = endAt - LocatorSize - Zip64Size;
        if (U32(locator, 4) != 0 || U32(locator, 16) != 1 || at < 0 || U64(locator, 8) != at)
            throw new CheckpointException($"byte {endAt - LocatorSize}: the zip64 end is said to be at byte {U64(locator, 8)}, and has to be at byte {at}");

        var record = file.Read(at, Zip64Size);
        if (!record.AsSpan().StartsWith("PK\u0006\u0006"u8) || U64(record, 4) != Zip64Size - 12)
            throw new CheckpointException($"byte {at}: there is no zip64 end of {Zip64Size} bytes");
        if (U32(record, 16) != 0 || U32(record, 20) != 0 || U64(record, 24) != U64(record, 32))
            throw new CheckpointException($"byte {at}: the zip archive is split over several files");

        return (new ArchiveEnd(U64(record, 48), U64(record, 40), U64(record, 32)), at);
    }

    // The old record says the same, or that it is too small to say it.
    private static ArchiveEnd Agreed(ArchiveEnd small, ArchiveEnd whole, long at) =>
        (small.Count == ushort.MaxValue || small.Count == whole.Count)
        && (small.DirectorySize == uint.MaxValue || small.DirectorySize == whole.DirectorySize)
        && (small.DirectoryOffset == uint.MaxValue || small.DirectoryOffset == whole.DirectoryOffset)
            ? whole
            : throw new CheckpointException($"byte {at}: the zip end and the zip64 end disagree");

    private static CheckpointException Missing(FileBytes file)
    {
        var length = (int)Math.Min(file.Length, EndSize + ushort.MaxValue);
        var tail = file.Read(file.Length - length, length);
        var found = tail.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        if (found < 0 || found > length - EndSize)
            return new CheckpointException($"the file begins as a zip archive and has no end of one: it was cut short at byte {file.Length}");

        var at = file.Length - length + found;
        var comment = U16(tail, found + 20);
        return new CheckpointException(at + EndSize + comment == file.Length
            ? $"byte {at}: the zip archive has a comment of {comment} bytes, which PyTorch never writes"
            : $"byte {at}: the zip archive ends there with a comment of {comment} bytes, and {file.Length - at - EndSize} bytes follow");
    }

    private static ushort U16(byte[] bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at));

    private static uint U32(byte[] bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at));

    private static long U64(byte[] bytes, int at) => BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(at));
}
