using ResNetGen.Weights.Files;

namespace ResNetGen.Weights.Archives;

/// <summary>A zip archive as PyTorch writes it, read strictly: there is one way to understand it, or it is refused.</summary>
internal sealed class Archive
{
    // Weights hardly compress; a file that unfolds like this was made to fill a memory or a disk.
    private const long MaxUnfolding = 100;
    private const long SmallEnough = 16 << 20;
    private readonly Dictionary<string, ArchiveEntry> _entries;

    private Archive(FileBytes file, Dictionary<string, ArchiveEntry> entries) => (File, _entries) = (file, entries);

    public FileBytes File { get; }

    public IReadOnlyCollection<ArchiveEntry> Entries => _entries.Values;

    /// <summary>How many bytes its files have together.</summary>
    public long Size { get; private init; }

    /// <summary>Reads the directory and checks every header against it.</summary>
    /// <exception cref="CheckpointException">The archive is refused.</exception>
    public static Archive Open(FileBytes file)
    {
        var end = ArchiveEnd.Read(file);
        var directory = ArchiveDirectory.Read(file, end);
        var root = EntryNames.Root(directory);
        var entries = new Dictionary<string, ArchiveEntry>(directory.Count, StringComparer.Ordinal);
        var size = 0L;
        foreach (var (entry, offset) in LocalHeaders.Check(file, directory, end.DirectoryOffset))
        {
            var name = entry.Name[root.Length..];
            entries.Add(name, new ArchiveEntry(name, entry.Method == DirectoryEntry.Deflate, entry.Crc, entry.StoredSize, entry.Size, offset));
            size += entry.Size;
        }

        return size <= SmallEnough || size / MaxUnfolding <= file.Length
            ? new Archive(file, entries) { Size = size }
            : throw new CheckpointException($"the zip archive of {file.Length} bytes would unfold to {size}; at most {MaxUnfolding} times its size is read");
    }

    public ArchiveEntry? Find(string name) => _entries.GetValueOrDefault(name);

    /// <summary>Reads a small file of the archive.</summary>
    public byte[] ReadSmall(ArchiveEntry entry, int limit)
    {
        if (entry.Size > limit)
            throw new CheckpointException($"the zip entry {Quoted.Name(entry.Name)} has {entry.Size} bytes; at most {limit} are read");

        return EntryBytes.ReadAll(File, entry);
    }
}
