using System.Buffers;
using System.IO.Compression;
using System.IO.Hashing;
using ResNetGen.Weights.Files;

namespace ResNetGen.Weights.Archives;

/// <summary>The bytes of an archive's file, never more than it is said to have.</summary>
internal static class EntryBytes
{
    private const int Part = 1 << 17;

    /// <summary>Returns the bytes of a file that <see cref="Check"/> has passed.</summary>
    public static Stream Open(FileBytes file, ArchiveEntry entry)
    {
        var stored = new FileRange(file, entry.Offset, entry.StoredSize);
        return entry.Deflated ? new DeflateStream(stored, CompressionMode.Decompress) : stored;
    }

    /// <summary>Reads a file through once.</summary>
    /// <exception cref="CheckpointException">Its size or its CRC-32 is another than the archive says.</exception>
    public static void Check(FileBytes file, ArchiveEntry entry)
    {
        var buffer = ArrayPool<byte>.Shared.Rent((int)Math.Min(Part, Math.Max(entry.Size, 1)));
        try
        {
            using var bytes = Open(file, entry);
            var crc = new Crc32();
            for (var left = entry.Size; left > 0;)
            {
                var part = buffer.AsSpan(0, (int)Math.Min(left, buffer.Length));
                Fill(bytes, part, entry);
                crc.Append(part);
                left -= part.Length;
            }

            CheckEnd(bytes, entry);
            CheckCrc(entry, crc.GetCurrentHashAsUInt32());
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Reads a whole file, which the caller has bounded.</summary>
    /// <exception cref="CheckpointException">Its size or its CRC-32 is another than the archive says.</exception>
    public static byte[] ReadAll(FileBytes file, ArchiveEntry entry)
    {
        if (entry.Size > Array.MaxLength)
            throw new CheckpointException($"the zip entry {Quoted.Name(entry.Name)} of {entry.Size} bytes is compressed; so large ones are read only when they are stored");

        var all = new byte[entry.Size];
        using var bytes = Open(file, entry);
        Fill(bytes, all, entry);
        CheckEnd(bytes, entry);
        CheckCrc(entry, Crc32.HashToUInt32(all));
        return all;
    }

    public static void CheckCrc(ArchiveEntry entry, uint crc)
    {
        if (crc != entry.Crc)
            throw new CheckpointException($"the zip entry {Quoted.Name(entry.Name)} is damaged: its CRC-32 is {crc:x8}, and the archive says {entry.Crc:x8}");
    }

    private static void Fill(Stream bytes, Span<byte> part, ArchiveEntry entry)
    {
        try
        {
            bytes.ReadExactly(part);
        }
        catch (EndOfStreamException e)
        {
            throw new CheckpointException($"the zip entry {Quoted.Name(entry.Name)} inflates to less than the {entry.Size} bytes it is said to have", e);
        }
        catch (InvalidDataException e)
        {
            throw NotDeflated(entry, e);
        }
    }

    private static void CheckEnd(Stream bytes, ArchiveEntry entry)
    {
        Span<byte> more = stackalloc byte[1];
        try
        {
            if (bytes.Read(more) > 0)
                throw new CheckpointException($"the zip entry {Quoted.Name(entry.Name)} inflates to more than the {entry.Size} bytes it is said to have");
        }
        catch (InvalidDataException e)
        {
            throw NotDeflated(entry, e);
        }

        if (bytes is DeflateStream { BaseStream: FileRange { Left: > 0 } })
            throw new CheckpointException($"the zip entry {Quoted.Name(entry.Name)} ends before the {entry.StoredSize} bytes that it takes");
    }

    private static CheckpointException NotDeflated(ArchiveEntry entry, Exception e) =>
        new($"the zip entry {Quoted.Name(entry.Name)} is no valid deflate data", e);
}
