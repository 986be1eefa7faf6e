using ResNetGen.Weights.Files;

namespace ResNetGen.Weights.PyTorch;

/// <summary>A tensor of an archive: a view of a storage.</summary>
internal sealed class PyTorchTensor : CheckpointTensor
{
    // A view that spans little more than it has is gathered from memory; of one that is scattered wide, elements are read singly.
    private const long MaxSpread = 4;
    private const long SmallSpan = 1 << 20;
    private readonly Storage _storage;
    private readonly long _offset;
    private readonly long[] _strides;
    private readonly bool _contiguous;

    public PyTorchTensor(string name, ElementType type, IReadOnlyList<long> shape, IReadOnlyList<long> strides, long offset, Storage storage)
        : base(name, type, shape)
    {
        (_storage, _offset, _strides) = (storage, offset, [.. strides]);
        _contiguous = TensorLayout.IsContiguous(shape, strides);
    }

    protected override void VerifyElements()
    {
        _storage.Verify();
        base.VerifyElements();
    }

    protected override void ReadElements(long start, Span<byte> destination)
    {
        var size = Type.Size();
        if (_contiguous)
            _storage.Read((_offset + start) * size, destination);
        else
            Gather(start, destination, size);

        BoolElements.Check(this, start, destination);
    }

    private void Gather(long start, Span<byte> destination, int size)
    {
        var span = (long)(TensorLayout.Last(Shape, _strides, _offset) + 1 - _offset) * size;
        var walk = new StridedWalk(Shape, _strides, start);
        if (_storage.Deflated || (span <= Array.MaxLength && span <= Math.Max(ByteLength * MaxSpread, SmallSpan)))
        {
            lock (_storage.Gate)
                walk.Gather(_storage.Hold(_offset * size, (int)span), destination, size);
            return;
        }

        while (destination.Length > 0)
        {
            var run = walk.Stride == 1 ? (int)Math.Min(walk.Left, destination.Length / size) : 1;
            _storage.Read((_offset + walk.Position) * size, destination[..(run * size)]);
            destination = destination[(run * size)..];
            walk.Advance(run);
        }
    }
}
