using System.Text;

namespace ResNetGen.Weights.Tests.Building;

/// <summary>Writes zip archives byte by byte, good ones and others. It shares nothing with the reader.</summary>
internal sealed class ZipBuilder
{
    private readonly MemoryStream _out = new();
    private readonly List<long> _boundaries = [];

    public byte[] Prefix { get; init; } = [];

    public byte[] BeforeDirectory { get; init; } = [];

    public byte[] AfterDirectory { get; init; } = [];

    public byte[] Suffix { get; init; } = [];

    public byte[] Comment { get; init; } = [];

    public ushort? CommentLength { get; init; }

    public bool Zip64End { get; init; }

    public long? Count { get; init; }

    public long? DirectoryOffset { get; init; }

    public long? DirectorySize { get; init; }

    public long? LocatorOffset { get; init; }

    public long? SmallCount { get; init; }

    public uint Disks { get; init; } = 1;

    public ushort Disk { get; init; }

    /// <summary>Where parts of the archive begin, and where their middles are.</summary>
    public IReadOnlyList<long> Boundaries => _boundaries;

    public byte[] Build(params IReadOnlyList<ZipPart> parts)
    {
        Raw(Prefix);
        var offsets = parts.Select(Local).ToList();
        Raw(BeforeDirectory);
        var directory = _out.Position;
        foreach (var (part, offset) in parts.Zip(offsets))
            Central(part, offset);

        Raw(AfterDirectory);
        End(parts.Count, directory, _out.Position - directory);
        Raw(Comment);
        Raw(Suffix);
        return _out.ToArray();
    }

    private long Local(ZipPart part)
    {
        Raw(part.Gap);
        var at = _out.Position;
        var packed = part.Packed();
        var later = part.Descriptor || part.LongDescriptor;
        var name = part.LocalName is null ? part.NameUtf8 : Encoding.UTF8.GetBytes(part.LocalName);
        Write(0x04034b50u, (ushort)20, part.LocalFlags ?? Flags(part), part.LocalMethod ?? Method(part), (ushort)0, (ushort)0);
        Write(part.LocalCrc ?? (later ? 0 : part.Crc ?? part.TrueCrc));
        Write((uint)(part.LocalSize ?? (later ? 0 : part.StoredSize ?? packed.Length)), (uint)(later ? 0 : part.Size ?? part.Data.Length));
        Write((ushort)name.Length, (ushort)part.LocalExtra.Length);
        Raw(name);
        Raw(part.LocalExtra);
        Raw(packed);
        if (later)
            Descriptor(part, packed.Length);

        return at;
    }

    private void Descriptor(ZipPart part, long stored)
    {
        _boundaries.Add(_out.Position);
        Write(0x08074b50u, part.DescriptorCrc ?? part.Crc ?? part.TrueCrc);
        if (part.LongDescriptor)
            Write(stored, (long)part.Data.Length);
        else
            Write((uint)stored, (uint)part.Data.Length);
    }

    private void Central(ZipPart part, long offset)
    {
        var (size, stored, at) = (part.Size ?? part.Data.Length, part.StoredSize ?? part.Packed().Length, part.Offset ?? offset);
        byte[] extra = part.Zip64
            ? [1, 0, 24, 0, .. BitConverter.GetBytes(size), .. BitConverter.GetBytes(stored), .. BitConverter.GetBytes(at), .. part.Extra]
            : part.Extra;
        _boundaries.Add(_out.Position);
        Write(0x02014b50u, (ushort)20, (ushort)45, Flags(part), Method(part), (ushort)0, (ushort)0, part.Crc ?? part.TrueCrc);
        Write(part.Zip64 ? uint.MaxValue : (uint)stored, part.Zip64 ? uint.MaxValue : (uint)size);
        Write((ushort)part.NameUtf8.Length, (ushort)extra.Length, (ushort)part.Comment.Length, (ushort)0, (ushort)0, 0u, part.Zip64 ? uint.MaxValue : (uint)at);
        Raw(part.NameUtf8);
        Raw(extra);
        Raw(part.Comment);
    }

    private void End(long count, long directory, long size)
    {
        (count, directory, size) = (Count ?? count, DirectoryOffset ?? directory, DirectorySize ?? size);
        if (Zip64End)
        {
            var at = _out.Position;
            _boundaries.Add(at);
            Write(0x06064b50u, 44L, (ushort)45, (ushort)45, 0u, 0u);
            Write(count, count, size, directory);
            _boundaries.Add(_out.Position);
            Write(0x07064b50u, 0u, LocatorOffset ?? at, Disks);
        }

        _boundaries.Add(_out.Position);
        Write(0x06054b50u, Disk, (ushort)0, (ushort)(SmallCount ?? count), (ushort)(SmallCount ?? count), (uint)size, (uint)directory, CommentLength ?? (ushort)Comment.Length);
    }

    private static ushort Flags(ZipPart part) => part.Flags ?? (ushort)(part.Descriptor || part.LongDescriptor ? 0x0808 : 0);

    private static ushort Method(ZipPart part) => part.Method ?? (ushort)(part.Deflate ? 8 : 0);

    private void Raw(byte[] bytes)
    {
        if (bytes.Length > 0)
            _boundaries.Add(_out.Position);
        _out.Write(bytes);
    }

    // Every number with its own width.
    private void Write(params ReadOnlySpan<object> numbers)
    {
        if (numbers[0] is uint and > 0x02000000u)
            _boundaries.Add(_out.Position);

        foreach (var number in numbers)
        {
            _out.Write(number switch
            {
                ushort small => BitConverter.GetBytes(small),
                uint middle => BitConverter.GetBytes(middle),
                long large => BitConverter.GetBytes(large),
                _ => throw new ArgumentException($"{number.GetType()} has no width."),
            });
        }
    }
}
