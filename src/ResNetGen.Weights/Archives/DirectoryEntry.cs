namespace ResNetGen.Weights.Archives;

/// <summary>What the archive's directory says of a file.</summary>
internal sealed record DirectoryEntry(
    string Name, byte[] NameBytes, ushort Flags, ushort Method, uint Crc, long StoredSize, long Size, long HeaderOffset)
{
    public const ushort Deflate = 8;

    /// <summary>The sizes and the CRC follow the bytes, and the local header has none.</summary>
    public bool HasDescriptor => (Flags & 8) != 0;

    public string Quoted => Files.Quoted.Name(Name);
}
