using System.IO.Compression;
using System.IO.Hashing;
using System.Text;

namespace ResNetGen.Weights.Tests.Building;

/// <summary>A file of a zip archive. What is set here stands in the archive, whether it is true or not.</summary>
internal sealed record ZipPart(string Name, byte[] Data)
{
    public bool Deflate { get; init; }

    /// <summary>Sizes and CRC-32 follow the bytes, as PyTorch writes them.</summary>
    public bool Descriptor { get; init; }

    public bool LongDescriptor { get; init; }

    public byte[]? NameBytes { get; init; }

    public string? LocalName { get; init; }

    public ushort? Flags { get; init; }

    public ushort? LocalFlags { get; init; }

    public ushort? Method { get; init; }

    public ushort? LocalMethod { get; init; }

    public uint? Crc { get; init; }

    public uint? LocalCrc { get; init; }

    public uint? DescriptorCrc { get; init; }

    public long? Size { get; init; }

    public long? LocalSize { get; init; }

    public long? StoredSize { get; init; }

    public long? Offset { get; init; }

    public byte[] Extra { get; init; } = [];

    public byte[] LocalExtra { get; init; } = [];

    public byte[] Comment { get; init; } = [];

    public byte[] Gap { get; init; } = [];

    /// <summary>The compressed bytes, where they are not those of <see cref="Data"/>.</summary>
    public byte[]? Stored { get; init; }

    public bool Zip64 { get; init; }

    public byte[] NameUtf8 => NameBytes ?? Encoding.UTF8.GetBytes(Name);

    public uint TrueCrc => Crc32.HashToUInt32(Data);

    public byte[] Packed()
    {
        if (Stored is not null || !Deflate)
            return Stored ?? Data;

        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            deflate.Write(Data);
        return packed.ToArray();
    }
}
