namespace ResNetGen.Weights.Archives;

/// <summary>A file of a zip archive, whose place in the archive was checked.</summary>
/// <param name="Name">Its name below the archive's one folder.</param>
/// <param name="Deflated">Whether it is compressed; else its bytes stand as they are.</param>
/// <param name="Crc">The CRC-32 of its bytes, as the archive says.</param>
/// <param name="StoredSize">How many bytes it takes in the archive.</param>
/// <param name="Size">How many bytes it has.</param>
/// <param name="Offset">Where its bytes begin in the archive.</param>
internal sealed record ArchiveEntry(string Name, bool Deflated, uint Crc, long StoredSize, long Size, long Offset);
