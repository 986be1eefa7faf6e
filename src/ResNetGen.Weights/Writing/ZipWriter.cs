using System.IO.Hashing;
using System.Text;

namespace ResNetGen.Weights.Writing;

/// <summary>
/// Writes stored (uncompressed) zip entries whose contents begin at multiples of 64 bytes, as PyTorch's own writer lays
/// them, so that a reader can map them; zip64 where a size or a place needs more than 32 bits. Source: APPNOTE.TXT 6.3.10.
/// </summary>
internal sealed class ZipWriter(Stream stream)
{
    private const int Alignment = 64;
    private const uint Full = uint.MaxValue;

    // 1980-01-01, the first day that zip knows: the same contents give the same bytes.
    private const int FirstDay = 0x21 << 16;

    private readonly List<Entry> _entries = [];
    private readonly BinaryWriter _writer = new(stream, Encoding.UTF8, leaveOpen: true);

    /// <summary>Adds an entry.</summary>
    public void Add(string name, ReadOnlySpan<byte> content)
    {
        var bytes = content.ToArray();
        Add(name, bytes.Length, checksum =>
        {
            checksum.Append(bytes);
            stream.Write(bytes);
        });
    }

    /// <summary>Adds an entry of <paramref name="length"/> bytes, which <paramref name="write"/> writes and adds to the checksum.</summary>
    public void Add(string name, long length, Action<Crc32> write)
    {
        var utf8 = Encoding.UTF8.GetBytes(name);
        var offset = stream.Position;
        var needs64 = length >= Full;
        _writer.Write(0x04034b50u);
        Header((ushort)(needs64 ? 45 : 20), checksum: 0, length, utf8.Length);
        var zip64 = needs64 ? 20 : 0;
        var padding = Padding(offset + 30 + utf8.Length + zip64 + 4);
        _writer.Write((ushort)(zip64 + 4 + padding));
        _writer.Write(utf8);
        if (needs64)
            Zip64(length, length);

        // An extra field that readers skip: PyTorch's own identifier for padding.
        _writer.Write((ushort)0x4246);
        _writer.Write((ushort)padding);
        _writer.Write(new byte[padding]);
        _writer.Flush();

        var begin = stream.Position;
        var checksum = new Crc32();
        write(checksum);
        if (stream.Position - begin != length)
            throw new InvalidOperationException($"'{name}' was to have {length} bytes and has {stream.Position - begin}.");

        var entry = new Entry(utf8, length, checksum.GetCurrentHashAsUInt32(), offset);
        _entries.Add(entry);
        var end = stream.Position;
        stream.Position = offset + 14;
        _writer.Write(entry.Checksum);
        _writer.Flush();
        stream.Position = end;
    }

    /// <summary>Writes the directory.</summary>
    public void Finish()
    {
        var start = stream.Position;
        foreach (var entry in _entries)
            Directory(entry);

        _writer.Flush();
        var size = stream.Position - start;
        if (start >= Full || size >= Full || _entries.Count >= ushort.MaxValue)
            Zip64End(start, size);

        _writer.Write(0x06054b50u);
        _writer.Write(0u);
        _writer.Write((ushort)Math.Min(_entries.Count, ushort.MaxValue));
        _writer.Write((ushort)Math.Min(_entries.Count, ushort.MaxValue));
        _writer.Write((uint)Math.Min(size, Full));
        _writer.Write((uint)Math.Min(start, Full));
        _writer.Write((ushort)0);
        _writer.Flush();
    }

    private static int Padding(long end) => (int)((Alignment - (end % Alignment)) % Alignment);

    // What the local header and the directory's have in common: from the version that is needed to the name's length.
    private void Header(ushort version, uint checksum, long length, int nameLength)
    {
        _writer.Write(version);
        _writer.Write((ushort)0x0800);
        _writer.Write((ushort)0);
        _writer.Write(FirstDay);
        _writer.Write(checksum);
        _writer.Write((uint)Math.Min(length, Full));
        _writer.Write((uint)Math.Min(length, Full));
        _writer.Write((ushort)nameLength);
    }

    private void Directory(Entry entry)
    {
        long[] wide = [.. entry.Length >= Full ? [entry.Length, entry.Length] : Array.Empty<long>(), .. entry.Offset >= Full ? [entry.Offset] : Array.Empty<long>()];
        var version = (ushort)(wide.Length > 0 ? 45 : 20);
        _writer.Write(0x02014b50u);
        _writer.Write(version);
        Header(version, entry.Checksum, entry.Length, entry.Name.Length);
        _writer.Write((ushort)(wide.Length == 0 ? 0 : 4 + (wide.Length * sizeof(long))));
        _writer.Write((ushort)0);
        _writer.Write((ushort)0);
        _writer.Write((ushort)0);
        _writer.Write(0u);
        _writer.Write((uint)Math.Min(entry.Offset, Full));
        _writer.Write(entry.Name);
        if (wide.Length > 0)
            Zip64(wide);
    }

    private void Zip64(params long[] values)
    {
        _writer.Write((ushort)1);
        _writer.Write((ushort)(values.Length * sizeof(long)));
        foreach (var value in values)
            _writer.Write(value);
    }

    private void Zip64End(long start, long size)
    {
        var at = start + size;
        _writer.Write(0x06064b50u);
        _writer.Write(44L);
        _writer.Write((ushort)45);
        _writer.Write((ushort)45);
        _writer.Write(0u);
        _writer.Write(0u);
        _writer.Write((long)_entries.Count);
        _writer.Write((long)_entries.Count);
        _writer.Write(size);
        _writer.Write(start);
        _writer.Write(0x07064b50u);
        _writer.Write(0u);
        _writer.Write(at);
        _writer.Write(1u);
    }

    private sealed record Entry(byte[] Name, long Length, uint Checksum, long Offset);
}
