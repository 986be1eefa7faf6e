using System.Runtime.InteropServices;

namespace ResNetGen.Weights.PyTorch;

/// <summary>Goes through the elements of a view in row-major order, and says where in the storage each lies.</summary>
internal sealed class StridedWalk
{
    private readonly long[] _shape;
    private readonly long[] _strides;
    private readonly long[] _index;

    /// <summary>Begins at an element of a view that has one dimension at least, and elements.</summary>
    public StridedWalk(IReadOnlyList<long> shape, IReadOnlyList<long> strides, long start)
    {
        (_shape, _strides, _index) = ([.. shape], [.. strides], new long[shape.Count]);
        for (var axis = _shape.Length - 1; axis >= 0; axis--)
        {
            (start, _index[axis]) = Math.DivRem(start, _shape[axis]);
            Position += _index[axis] * _strides[axis];
        }
    }

    /// <summary>Where the element lies, from the view's first.</summary>
    public long Position { get; private set; }

    /// <summary>How far the elements of the innermost dimension are apart.</summary>
    public long Stride => _strides[^1];

    /// <summary>How many elements of the innermost dimension are left, with this one.</summary>
    public long Left => _shape[^1] - _index[^1];

    /// <summary>Goes on by elements of the innermost dimension, at most all that are left.</summary>
    public void Advance(long count)
    {
        _index[^1] += count;
        Position += count * _strides[^1];
        for (var axis = _shape.Length - 1; axis > 0 && _index[axis] == _shape[axis]; axis--)
        {
            _index[axis] = 0;
            _index[axis - 1]++;
            Position += _strides[axis - 1] - (_shape[axis] * _strides[axis]);
        }
    }

    /// <summary>Copies elements from the bytes that begin with the view's first.</summary>
    public void Gather(ReadOnlySpan<byte> source, Span<byte> destination, int size)
    {
        switch (size)
        {
            case 1: Gather(source, destination); break;
            case 2: Gather(MemoryMarshal.Cast<byte, ushort>(source), MemoryMarshal.Cast<byte, ushort>(destination)); break;
            case 4: Gather(MemoryMarshal.Cast<byte, uint>(source), MemoryMarshal.Cast<byte, uint>(destination)); break;
            default: Gather(MemoryMarshal.Cast<byte, ulong>(source), MemoryMarshal.Cast<byte, ulong>(destination)); break;
        }
    }

    private void Gather<T>(ReadOnlySpan<T> source, Span<T> destination)
        where T : unmanaged
    {
        while (destination.Length > 0)
        {
            var run = (int)Math.Min(Left, destination.Length);
            var (at, stride) = ((int)Position, (int)Math.Min(Stride, int.MaxValue));
            for (var i = 0; i < run; i++, at += stride)
                destination[i] = source[at];

            destination = destination[run..];
            Advance(run);
        }
    }
}
