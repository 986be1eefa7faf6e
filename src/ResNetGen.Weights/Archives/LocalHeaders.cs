using System.Buffers.Binary;
using ResNetGen.Weights.Files;

namespace ResNetGen.Weights.Archives;

/// <summary>
/// Checks the headers before the files of a zip archive against its directory. Entries follow one another from byte 0 to the
/// directory without a gap, so that none overlaps another and nothing hides between them.
/// </summary>
internal static class LocalHeaders
{
    private const int HeaderSize = 30;

    /// <summary>Returns the entries with their places, in the archive's order.</summary>
    public static IEnumerable<(DirectoryEntry Entry, long Offset)> Check(FileBytes file, IEnumerable<DirectoryEntry> entries, long directory)
    {
        var ordered = entries.OrderBy(e => e.HeaderOffset).ToList();
        var end = 0L;
        for (var index = 0; index < ordered.Count; index++)
        {
            var entry = ordered[index];
            if (entry.HeaderOffset != end)
            {
                throw new CheckpointException(
                    $"byte {end}: the zip entry {entry.Quoted} begins at byte {entry.HeaderOffset}, {(entry.HeaderOffset < end ? "inside of the one before" : "and what lies between belongs to none")}");
            }

            end = index + 1 < ordered.Count ? ordered[index + 1].HeaderOffset : directory;
            var data = Data(file, entry);
            if (end < data || entry.StoredSize > end - data)
                throw new CheckpointException($"byte {data}: the {entry.StoredSize} bytes of zip entry {entry.Quoted} overlap what begins at byte {end}");

            CheckDescriptor(file, entry, data + entry.StoredSize, end);
            yield return (entry, data);
        }
    }

    private static long Data(FileBytes file, DirectoryEntry entry)
    {
        var at = entry.HeaderOffset;
        var header = file.Read(at, HeaderSize).AsSpan();
        if (!header.StartsWith("PK\u0003\u0004"u8))
            throw new CheckpointException($"byte {at}: there is no header of zip entry {entry.Quoted}");

        int name = U16(header, 26), extra = U16(header, 28);
        var rest = file.Read(at + HeaderSize, name + extra).AsSpan();
        if (!rest[..name].SequenceEqual(entry.NameBytes))
            throw new CheckpointException($"byte {at}: the header of zip entry {entry.Quoted} has another name");
        if (U16(header, 6) != entry.Flags || U16(header, 8) != entry.Method)
            throw new CheckpointException($"byte {at}: the header of zip entry {entry.Quoted} has other flags or another method than the directory");

        var zip64 = ExtraFields.FindZip64(rest[name..], entry.Quoted, at);
        var size = ExtraFields.Widen(U32(header, 22), ref zip64, entry.Quoted, at);
        var stored = ExtraFields.Widen(U32(header, 18), ref zip64, entry.Quoted, at);
        var known = (U32(header, 14), stored, size) == (entry.Crc, entry.StoredSize, entry.Size);
        var later = entry.HasDescriptor && (U32(header, 14), stored, size) == (0, 0, 0);
        return known || later
            ? at + HeaderSize + name + extra
            : throw new CheckpointException($"byte {at}: the header of zip entry {entry.Quoted} has other sizes or another CRC-32 than the directory");
    }

    // What follows the bytes has four forms, and the room up to the next entry says which one it is.
    private static void CheckDescriptor(FileBytes file, DirectoryEntry entry, long at, long end)
    {
        var length = end - at;
        if (length == 0 && (!entry.HasDescriptor || entry.Size == 0))
            return;
        if (!entry.HasDescriptor || length is not (12 or 16 or 20 or 24))
            throw new CheckpointException($"byte {at}: {length} bytes after zip entry {entry.Quoted} belong to none");

        var bytes = file.Read(at, (int)length).AsSpan();
        var signed = length is 16 or 24;
        if (signed && !bytes.StartsWith("PK\u0007\u0008"u8))
            throw new CheckpointException($"byte {at}: {length} bytes after zip entry {entry.Quoted} belong to none");

        var fields = signed ? bytes[4..] : bytes;
        var (stored, size) = length <= 16
            ? (U32(fields, 4), U32(fields, 8))
            : (BinaryPrimitives.ReadInt64LittleEndian(fields[4..]), BinaryPrimitives.ReadInt64LittleEndian(fields[12..]));
        if ((U32(fields, 0), stored, size) != (entry.Crc, entry.StoredSize, entry.Size))
            throw new CheckpointException($"byte {at}: what follows zip entry {entry.Quoted} has other sizes or another CRC-32 than the directory");
    }

    private static ushort U16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static uint U32(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);
}
