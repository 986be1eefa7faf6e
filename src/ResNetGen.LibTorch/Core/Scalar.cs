using ResNetGen.LibTorch.Interop;

namespace TorchSharp;

/// <summary>A number or boolean whose type is known only when it is used.</summary>
public sealed class Scalar : IDisposable
{
    internal readonly ValueKind Kind;
    internal readonly long Bits;

    internal Scalar(ValueKind kind, long bits)
    {
        Kind = kind;
        Bits = bits;
    }

    /// <summary>As libtorch keeps it: every float as Float64, every integer as Int64.</summary>
    public torch.ScalarType Type => Kind switch
    {
        ValueKind.Double => torch.ScalarType.Float64,
        ValueKind.Bool => torch.ScalarType.Bool,
        _ => torch.ScalarType.Int64,
    };

    internal double AsDouble => Kind == ValueKind.Double ? BitConverter.Int64BitsToDouble(Bits) : Bits;

    internal long AsInt64 => Kind == ValueKind.Double ? checked((long)BitConverter.Int64BitsToDouble(Bits)) : Bits;

    public static implicit operator Scalar(byte value) => new(ValueKind.Int, value);

    public static implicit operator Scalar(sbyte value) => new(ValueKind.Int, value);

    public static implicit operator Scalar(short value) => new(ValueKind.Int, value);

    public static implicit operator Scalar(int value) => new(ValueKind.Int, value);

    public static implicit operator Scalar(long value) => new(ValueKind.Int, value);

    public static implicit operator Scalar(Half value) => new(ValueKind.Double, BitConverter.DoubleToInt64Bits((double)value));

    public static implicit operator Scalar(float value) => new(ValueKind.Double, BitConverter.DoubleToInt64Bits(value));

    public static implicit operator Scalar(double value) => new(ValueKind.Double, BitConverter.DoubleToInt64Bits(value));

    public static implicit operator Scalar(bool value) => new(ValueKind.Bool, value ? 1L : 0L);

    /// <summary>Nothing native is held: the method exists because TorchSharp's has it.</summary>
    public void Dispose()
    {
    }
}
