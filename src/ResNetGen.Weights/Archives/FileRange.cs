using ResNetGen.Weights.Files;

namespace ResNetGen.Weights.Archives;

/// <summary>
/// A part of a file as a stream. The last byte comes alone, so that a decompressor that is done before it leaves it unread, and
/// bytes behind its data do not go unseen.
/// </summary>
internal sealed class FileRange(FileBytes file, long offset, long length) : Stream
{
    private long _used;

    public long Left => length - _used;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        var count = (int)Math.Min(buffer.Length, Left > 1 ? Left - 1 : Left);
        file.Read(offset + _used, buffer[..count]);
        _used += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
