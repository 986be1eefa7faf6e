using ResNetGen.LibTorch.Interop;
using static TorchSharp.torch;

namespace ResNetGen.LibTorch;

/// <summary>
/// TorchSharp's state-dict format: numbers are unsigned LEB128, a tensor is its dtype, rank, dimensions and raw little-endian bytes.
/// </summary>
internal static class StateFormat
{
    private const int MaxRank = 64;
    private static readonly Operator ToDevice = Operator.Find("aten::to", "device");
    private static readonly Operator Contiguous = Operator.Find("aten::contiguous");

    internal static void WriteNumber(BinaryWriter writer, long value)
    {
        for (; value >= 0x80; value >>= 7)
        {
            writer.Write((byte)(value | 0x80));
        }

        writer.Write((byte)value);
    }

    /// <exception cref="InvalidDataException">The number is longer than 63 bits.</exception>
    internal static long ReadNumber(BinaryReader reader)
    {
        var value = 0L;
        for (var shift = 0; shift < 63; shift += 7)
        {
            var part = reader.ReadByte();
            value |= (long)(part & 0x7f) << shift;
            if (part < 0x80)
            {
                return value;
            }
        }

        throw new InvalidDataException("The file is not a state dict: a number is longer than 63 bits.");
    }

    /// <exception cref="InvalidDataException">The key's length is not a length.</exception>
    internal static string ReadKey(BinaryReader reader)
    {
        try
        {
            return reader.ReadString();
        }
        catch (Exception broken) when (broken is FormatException or IOException and not EndOfStreamException)
        {
            throw new InvalidDataException("The file is not a state dict: a key has no valid length.", broken);
        }
    }

    internal static void WriteTensor(BinaryWriter writer, Tensor tensor)
    {
        // Operators give new references even where nothing is copied, so disposing them leaves the tensor alone.
        using var local = ToDevice.Invoke(tensor, CPU, tensor.dtype);
        using var packed = Contiguous.Invoke(local);
        WriteNumber(writer, (long)(sbyte)tensor.dtype);
        WriteNumber(writer, tensor.shape.Length);
        foreach (var dimension in tensor.shape)
        {
            WriteNumber(writer, dimension);
        }

        writer.Write(packed.bytes);
    }

    /// <summary>Reads one tensor into <paramref name="target"/>, whose dtype and shape it must have.</summary>
    /// <exception cref="ArgumentException">The dtype or the shape differs.</exception>
    /// <exception cref="EndOfStreamException">The file ends inside the tensor.</exception>
    internal static void ReadTensor(BinaryReader reader, string key, Tensor target)
    {
        var (type, shape) = ReadHeader(reader, key);
        if (type != target.dtype)
        {
            throw new ArgumentException($"Mismatched tensor data type for '{key}': expected {target.dtype}, but found {type}.");
        }

        if (!shape.AsSpan().SequenceEqual(target.shape))
        {
            throw new ArgumentException(
                $"Mismatched tensor shape for '{key}': expected [{string.Join(", ", target.shape)}], but found [{string.Join(", ", shape)}].");
        }

        // A whole tensor arrives or nothing of it: a file cut short must not leave half of a weight behind.
        using var staging = empty(shape, dtype: type, device: CPU);
        Fill(reader, staging.bytes);
        target.copy_(staging);
    }

    /// <summary>Passes over one tensor.</summary>
    /// <exception cref="InvalidDataException">The header is not a tensor's.</exception>
    internal static void SkipTensor(BinaryReader reader, string key)
    {
        var (type, shape) = ReadHeader(reader, key);
        var left = ElementSize(type, key);
        foreach (var dimension in shape)
        {
            left = dimension == 0 || left <= long.MaxValue / dimension
                ? left * dimension
                : throw new InvalidDataException($"The file is not a state dict: '{key}' has more bytes than a file can hold.");
        }

        Span<byte> scratch = stackalloc byte[4096];
        while (left > 0)
        {
            var part = scratch[..(int)Math.Min(left, scratch.Length)];
            Fill(reader, part);
            left -= part.Length;
        }
    }

    private static (ScalarType Type, long[] Shape) ReadHeader(BinaryReader reader, string key)
    {
        var type = ReadNumber(reader);
        var rank = ReadNumber(reader);
        if (type > sbyte.MaxValue || rank > MaxRank)
        {
            throw new InvalidDataException($"The file is not a state dict: '{key}' has dtype {type} and rank {rank}.");
        }

        var shape = new long[rank];
        for (var axis = 0; axis < shape.Length; axis++)
        {
            shape[axis] = ReadNumber(reader);
        }

        return ((ScalarType)type, shape);
    }

    private static void Fill(BinaryReader reader, Span<byte> target)
    {
        while (target.Length > 0)
        {
            var count = reader.Read(target);
            if (count == 0)
            {
                throw new EndOfStreamException("The file ends inside a tensor.");
            }

            target = target[count..];
        }
    }

    private static long ElementSize(ScalarType type, string key) => type switch
    {
        ScalarType.Byte or ScalarType.Int8 or ScalarType.Bool => 1,
        ScalarType.Int16 or ScalarType.Float16 or ScalarType.BFloat16 => 2,
        ScalarType.Int32 or ScalarType.Float32 => 4,
        ScalarType.Int64 or ScalarType.Float64 or ScalarType.ComplexFloat32 => 8,
        ScalarType.ComplexFloat64 => 16,
        _ => throw new InvalidDataException($"The file is not a state dict: '{key}' has dtype {type}."),
    };
}
