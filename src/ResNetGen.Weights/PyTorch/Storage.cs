using System.IO.Hashing;
using ResNetGen.Weights.Archives;
using ResNetGen.Weights.Files;

namespace ResNetGen.Weights.PyTorch;

/// <summary>
/// A storage of an archive. Its CRC-32 is checked once: over the destination where the first read takes it whole, which costs
/// next to nothing, else in a pass of its own before a first part is given out.
/// </summary>
internal sealed class Storage(FileBytes file, ArchiveEntry entry, StorageWindow window)
{
    private volatile bool _checked;

    /// <summary>To be locked while bytes of <see cref="Hold"/> are in use: a checkpoint may be read by several threads.</summary>
    public object Gate => window;

    /// <summary>Whether a part of it takes the whole to be read.</summary>
    public bool Deflated => entry.Deflated;

    public void Read(long offset, Span<byte> destination)
    {
        if (entry.Deflated)
        {
            lock (Gate)
                Inflated().Slice((int)offset, destination.Length).CopyTo(destination);
            return;
        }

        var whole = destination.Length == entry.Size;
        if (!whole)
            Verify();

        file.Read(entry.Offset + offset, destination);
        if (whole && !_checked)
        {
            EntryBytes.CheckCrc(entry, Crc32.HashToUInt32(destination));
            _checked = true;
        }
    }

    /// <summary>Returns a part that is held in memory as long as the caller has <see cref="Gate"/>.</summary>
    public ReadOnlySpan<byte> Hold(long offset, int length)
    {
        if (entry.Deflated)
            return Inflated().Slice((int)offset, length);

        Verify();
        return window.Get(this, offset, length, () => file.Read(entry.Offset + offset, length));
    }

    /// <summary>Reads it through and compares its CRC-32, unless that was done before.</summary>
    public void Verify()
    {
        if (_checked)
            return;

        EntryBytes.Check(file, entry);
        _checked = true;
    }

    private ReadOnlySpan<byte> Inflated() => window.Get(this, 0, (int)Math.Min(entry.Size, Array.MaxLength), () => EntryBytes.ReadAll(file, entry));
}
