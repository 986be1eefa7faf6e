using Microsoft.Win32.SafeHandles;

namespace ResNetGen.Weights.Files;

/// <summary>
/// A file that is read at any place. Not mapped: a mapped file that another process cuts short ends this one, without an
/// exception, and a read goes straight from the system's cache to where the elements belong, too.
/// </summary>
internal sealed class FileBytes : IDisposable
{
    private readonly SafeFileHandle _handle;

    public FileBytes(string path)
    {
        _handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        try
        {
            Length = RandomAccess.GetLength(_handle);
        }
        catch (NotSupportedException e)
        {
            _handle.Dispose();
            throw new IOException($"'{path}' is a pipe or a device: weights are read from files.", e);
        }
    }

    /// <summary>Its bytes, when it was opened.</summary>
    public long Length { get; }

    /// <summary>Fills <paramref name="destination"/> with what begins at <paramref name="offset"/>.</summary>
    /// <exception cref="CheckpointException">The file ends before.</exception>
    public void Read(long offset, Span<byte> destination)
    {
        while (destination.Length > 0)
        {
            var count = offset < 0 || offset >= Length ? 0 : RandomAccess.Read(_handle, destination, offset);
            if (count == 0)
                throw new CheckpointException($"the file ends at byte {Length}, inside of what begins before");

            destination = destination[count..];
            offset += count;
        }
    }

    /// <summary>Returns the <paramref name="length"/> bytes from <paramref name="offset"/>, which the caller has bounded.</summary>
    public byte[] Read(long offset, int length)
    {
        // The file's length bounds what is allocated, whatever the file says.
        if (offset < 0 || length < 0 || offset > Length - length)
            throw new CheckpointException($"the file has {Length} bytes and would need {(Int128)offset + length}");

        var bytes = new byte[length];
        Read(offset, bytes);
        return bytes;
    }

    public void Dispose() => _handle.Dispose();
}
