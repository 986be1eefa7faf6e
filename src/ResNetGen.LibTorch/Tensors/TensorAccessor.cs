using System.Collections;
using ResNetGen.LibTorch.Interop;

namespace TorchSharp.Utils;

/// <summary>The elements of a tensor on the CPU, in the order of its shape whatever its strides are.</summary>
/// <typeparam name="T">The type of the elements.</typeparam>
public sealed unsafe class TensorAccessor<T> : IDisposable, IEnumerable<T>
    where T : unmanaged
{
    private readonly torch.Tensor _tensor;
    private readonly bool _owns;
    private readonly bool _contiguous;
    private readonly long[] _shape;
    private readonly long[] _strides;
    private readonly T* _data;

    internal TensorAccessor(torch.Tensor tensor, bool owns)
    {
        _tensor = tensor;
        _owns = owns;
        _contiguous = tensor.is_contiguous();
        _shape = tensor.shape;
        _strides = tensor.stride();
        _data = (T*)Native.Data(tensor.Handle);
        Count = tensor.NumberOfElements;
    }

    /// <summary>How many elements there are.</summary>
    public long Count { get; }

    public bool IsReadOnly => false;

    internal T First => Read(0);

    /// <summary>One element by its index in every dimension.</summary>
    public T this[params long[] indices]
    {
        get => Read(Offset(indices));
        set
        {
            _data[Offset(indices)] = value;
            GC.KeepAlive(_tensor);
        }
    }

    public T[] ToArray()
    {
        var array = new T[Count];
        CopyTo(array);
        return array;
    }

    /// <param name="array">Where to write.</param>
    /// <param name="arrayIndex">The first place to write to.</param>
    /// <param name="tensorIndex">The first element to read.</param>
    public void CopyTo(T[] array, int arrayIndex = 0, long tensorIndex = 0) => CopyTo(array.AsSpan(), arrayIndex, tensorIndex);

    public void CopyTo(Span<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        Span<T> target = array[arrayIndex..];
        int count = (int)Math.Min(target.Length, Count - tensorIndex);
        if (_contiguous)
        {
            new ReadOnlySpan<T>(_data + tensorIndex, count).CopyTo(target);
        }
        else
        {
            for (int i = 0; i < count; i++)
            {
                target[i] = _data[OffsetOf(tensorIndex + i)];
            }
        }

        GC.KeepAlive(_tensor);
    }

    public void CopyFrom(T[] array, int arrayIndex = 0, long tensorIndex = 0) => CopyFrom((ReadOnlySpan<T>)array, arrayIndex, tensorIndex);

    public void CopyFrom(ReadOnlySpan<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        ReadOnlySpan<T> source = array[arrayIndex..];
        int count = (int)Math.Min(source.Length, Count - tensorIndex);
        for (int i = 0; i < count; i++)
        {
            _data[OffsetOf(tensorIndex + i)] = source[i];
        }

        GC.KeepAlive(_tensor);
    }

    public IEnumerator<T> GetEnumerator()
    {
        for (long i = 0; i < Count; i++)
        {
            yield return Read(OffsetOf(i));
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Gives back the copy that was made of a tensor on a GPU.</summary>
    public void Dispose()
    {
        if (_owns)
        {
            _tensor.Dispose();
        }
    }

    private T Read(long offset)
    {
        ObjectDisposedException.ThrowIf(_tensor.IsInvalid, _tensor);
        T value = _data[offset];
        GC.KeepAlive(_tensor);
        return value;
    }

    private long Offset(long[] indices)
    {
        if (indices.Length != _shape.Length)
        {
            throw new ArgumentException($"The tensor has {_shape.Length} dimensions; {indices.Length} indices were given.", nameof(indices));
        }

        long offset = 0;
        for (int i = 0; i < indices.Length; i++)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(indices[i]);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(indices[i], _shape[i]);
            offset += indices[i] * _strides[i];
        }

        return offset;
    }

    private long OffsetOf(long position)
    {
        if (_contiguous)
        {
            return position;
        }

        long offset = 0;
        for (int i = _shape.Length - 1; i >= 0; i--)
        {
            offset += position % _shape[i] * _strides[i];
            position /= _shape[i];
        }

        return offset;
    }
}
