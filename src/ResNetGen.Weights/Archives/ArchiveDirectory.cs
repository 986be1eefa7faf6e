using System.Buffers.Binary;
using ResNetGen.Weights.Files;

namespace ResNetGen.Weights.Archives;

/// <summary>The directory of a zip archive.</summary>
internal static class ArchiveDirectory
{
    public const int MaxEntries = 200_000;
    private const int MaxSize = 64 << 20;
    private const int HeaderSize = 46;

    // Deflate cannot do better than 1 : 1032.
    private const long MaxRatio = 1032;

    public static List<DirectoryEntry> Read(FileBytes file, ArchiveEnd end)
    {
        if (end.Count == 0)
            throw new CheckpointException("the zip archive is empty");
        if (end.Count > MaxEntries || end.DirectorySize > MaxSize || end.Count > end.DirectorySize / HeaderSize)
            throw new CheckpointException($"the zip directory of {end.DirectorySize} bytes has {end.Count} entries; at most {MaxEntries} in {MaxSize} bytes are read");

        var bytes = file.Read(end.DirectoryOffset, (int)end.DirectorySize).AsSpan();
        var entries = new List<DirectoryEntry>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        var used = 0;
        for (var index = 0L; index < end.Count; index++)
        {
            var at = end.DirectoryOffset + used;
            var length = Length(bytes[used..], at);
            var entry = Entry(bytes.Slice(used, length), at);
            if (!names.Add(entry.Name))
                throw new CheckpointException($"byte {at}: the zip entry {entry.Quoted} is there twice");

            entries.Add(entry);
            used += length;
        }

        return used == bytes.Length
            ? entries
            : throw new CheckpointException($"byte {end.DirectoryOffset + used}: {bytes.Length - used} bytes follow the {end.Count} entries of the zip directory");
    }

    private static int Length(ReadOnlySpan<byte> rest, long at)
    {
        if (rest.Length < HeaderSize || !rest.StartsWith("PK\u0001\u0002"u8))
            throw new CheckpointException($"byte {at}: there is no entry of the zip directory");

        var length = HeaderSize + U16(rest, 28) + U16(rest, 30) + U16(rest, 32);
        return length <= rest.Length ? length : throw new CheckpointException($"byte {at}: an entry of {length} bytes leads out of the zip directory");
    }

    private static DirectoryEntry Entry(ReadOnlySpan<byte> bytes, long at)
    {
        var nameBytes = bytes.Slice(HeaderSize, U16(bytes, 28));
        var name = EntryNames.Read(nameBytes, at);
        var quoted = Quoted.Name(name);
        var zip64 = ExtraFields.FindZip64(bytes.Slice(HeaderSize + nameBytes.Length, U16(bytes, 30)), quoted, at);
        var size = ExtraFields.Widen(U32(bytes, 24), ref zip64, quoted, at);
        var stored = ExtraFields.Widen(U32(bytes, 20), ref zip64, quoted, at);
        var offset = ExtraFields.Widen(U32(bytes, 42), ref zip64, quoted, at);
        var entry = new DirectoryEntry(name, nameBytes.ToArray(), U16(bytes, 8), U16(bytes, 10), U32(bytes, 16), stored, size, offset);
        if (Fault(entry, U16(bytes, 32), U16(bytes, 34)) is { } fault)
            throw new CheckpointException($"byte {at}: the zip entry {quoted} {fault}");

        return entry;
    }

    private static string? Fault(DirectoryEntry entry, int comment, int disk)
    {
        if ((entry.Flags & 0x2041) != 0)
            return "is encrypted";
        if ((entry.Flags & ~0x080e) != 0)
            return $"has flags {entry.Flags:x4}, which are not read";
        if (entry.Method is not (0 or DirectoryEntry.Deflate))
            return $"is compressed by method {entry.Method}; stored and deflated ones are read";
        if (comment != 0)
            return "has a comment, which PyTorch never writes";
        if (disk != 0)
            return "lies in another file";
        if (entry.Method == 0 && entry.StoredSize != entry.Size)
            return $"is stored, and takes {entry.StoredSize} bytes for {entry.Size}";
        return entry.Size / MaxRatio > entry.StoredSize
            ? $"would inflate from {entry.StoredSize} bytes to {entry.Size}, which deflate cannot do"
            : null;
    }

    private static ushort U16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static uint U32(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);
}
