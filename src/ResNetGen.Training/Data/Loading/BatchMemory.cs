using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace ResNetGen.Training.Data;

/// <summary>The tensor of a batch while it is filled: <c>[capacity, 3, H, W]</c>, in no dispose scope.</summary>
internal sealed class BatchMemory(int capacity) : IDisposable
{
    private Tensor? _tensor;
    private (int Width, int Height) _size;

    /// <summary>The place of one picture.</summary>
    /// <exception cref="InvalidDataException">The picture's size is not that of those before.</exception>
    public Span<float> Place(int number, Window window)
    {
        var size = (window.Width, window.Height);
        if (_tensor is null)
        {
            var bytes = 12L * window.Width * window.Height * capacity;
            if (bytes > int.MaxValue)
                throw new InvalidDataException($"a batch of {capacity} pictures of {window.Width} x {window.Height} pixels is larger than 2 GiB");

            _tensor = empty([capacity, 3, window.Height, window.Width], ScalarType.Float32).DetachFromDisposeScope();
            _size = size;
        }

        if (size != _size)
            throw new InvalidDataException($"{window.Width} x {window.Height} pixels, where others of the batch have {_size.Width} x {_size.Height}: pictures of different sizes need a recipe that cuts out a square (crop)");

        var length = 3 * window.Width * window.Height;
        return MemoryMarshal.Cast<byte, float>(_tensor.bytes).Slice(number * length, length);
    }

    /// <summary>The first pictures; they belong to the caller.</summary>
    public Tensor Take(int count)
    {
        var tensor = _tensor!;
        _tensor = null;
        if (count == capacity)
            return tensor;

        using (tensor)
        {
            using var first = tensor.narrow(0, 0, count).DetachFromDisposeScope();
            return first.clone().DetachFromDisposeScope();
        }
    }

    public void Dispose() => _tensor?.Dispose();
}
