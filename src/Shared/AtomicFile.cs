namespace ResNetGen;

/// <summary>Writes a file under a temporary name beside it, flushes it to the disk and renames it: a reader sees the old file or the new one.</summary>
/// <remarks>Compiled into each library that writes files.</remarks>
internal static class AtomicFile
{
    /// <summary>Writes a file.</summary>
    /// <param name="location">Its name; a symbolic link is followed.</param>
    /// <param name="write">Writes the content; closing the stream does nothing.</param>
    /// <param name="overwrite">Whether a file that exists is replaced.</param>
    /// <exception cref="IOException">The file cannot be written; what was there before is there still.</exception>
    internal static void Write(string location, Action<Stream> write, bool overwrite = true)
    {
        var target = Target(Path.GetFullPath(location));
        var temporary = Path.Combine(Path.GetDirectoryName(target)!, $".{Path.GetFileName(target)}.{Guid.NewGuid():N}.tmp");
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None))
            {
                write(new KeptOpenStream(stream));
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, target, overwrite);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    private static string Target(string path)
    {
        var file = new FileInfo(path);
        return file.LinkTarget is null ? path : file.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
    }

    /// <summary>Ignores Close, which <see cref="BinaryWriter"/> calls before the file is flushed to disk.</summary>
    private sealed class KeptOpenStream(FileStream inner) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => inner.CanSeek;

        public override bool CanWrite => true;

        public override long Length => inner.Length;

        public override long Position
        {
            get => inner.Position;
            set => inner.Position = value;
        }

        public override void Flush() => inner.Flush();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => inner.Seek(offset, origin);

        public override void SetLength(long value) => inner.SetLength(value);

        public override void Write(byte[] buffer, int offset, int count) => inner.Write(buffer, offset, count);

        public override void Write(ReadOnlySpan<byte> buffer) => inner.Write(buffer);

        public override void WriteByte(byte value) => inner.WriteByte(value);
    }
}
