using System.Runtime.CompilerServices;
using TorchSharp;

namespace ResNetGen.LibTorch.Interop;

/// <summary>One argument of an operator: a value, or a reference that <see cref="Operator"/> turns into native memory for the call.</summary>
internal readonly struct Argument
{
    internal readonly object? Reference;
    internal readonly long Bits;
    internal readonly ValueKind Kind;

    private Argument(ValueKind kind, long bits)
    {
        Reference = null;
        Bits = bits;
        Kind = kind;
    }

    private Argument(ValueKind kind, object? reference)
    {
        Reference = reference;
        Bits = 0;
        Kind = reference is null ? ValueKind.None : kind;
    }

    /// <summary>Python's <c>None</c>: an absent optional argument.</summary>
    internal static Argument None => default;

    /// <summary>A list of tensors held by an interface, which cannot have an implicit conversion.</summary>
    internal static Argument List(IReadOnlyList<torch.Tensor> tensors) =>
        new(ValueKind.TensorList, tensors as torch.Tensor[] ?? [.. tensors]);

    /// <summary>A list of tensors held by an interface, which cannot have an implicit conversion.</summary>
    internal static Argument List(IEnumerable<torch.Tensor> tensors) =>
        new(ValueKind.TensorList, tensors as torch.Tensor[] ?? [.. tensors]);

    public static implicit operator Argument(torch.Tensor? tensor) => new(ValueKind.Tensor, tensor);

    public static implicit operator Argument(int value) => new(ValueKind.Int, value);

    public static implicit operator Argument(int? value) => value is { } given ? given : None;

    public static implicit operator Argument(long value) => new(ValueKind.Int, value);

    public static implicit operator Argument(long? value) => value is { } given ? given : None;

    public static implicit operator Argument(double value) => new(ValueKind.Double, BitConverter.DoubleToInt64Bits(value));

    public static implicit operator Argument(double? value) => value is { } given ? given : None;

    public static implicit operator Argument(bool value) => new(ValueKind.Bool, value ? 1L : 0L);

    public static implicit operator Argument(bool? value) => value is { } given ? given : None;

    public static implicit operator Argument(long[]? values) => new(ValueKind.IntList, values);

    /// <summary>Copies the span: cache a <c>long[]</c> where it matters.</summary>
    public static implicit operator Argument(ReadOnlySpan<long> values) => new(ValueKind.IntList, values.ToArray());

    public static implicit operator Argument(double[]? values) => new(ValueKind.DoubleList, values);

    public static implicit operator Argument(bool[]? values) => new(ValueKind.BoolList, values);

    /// <summary>Null entries are absent tensors, for the operators that take them (<c>aten::index</c>).</summary>
    public static implicit operator Argument(torch.Tensor?[]? tensors) => new(ValueKind.TensorList, tensors);

    public static implicit operator Argument(Scalar? value) => value is null ? None : new(value.Kind, value.Bits);

    public static implicit operator Argument(string? text) => new(ValueKind.String, text);

    public static implicit operator Argument(torch.ScalarType type) => new(ValueKind.Int, (long)(sbyte)type);

    public static implicit operator Argument(torch.ScalarType? type) => type is { } given ? given : None;

    public static implicit operator Argument(torch.Device? device) =>
        device is null ? None : new(ValueKind.Device, Pack(device));

    public static implicit operator Argument(torch.Generator? generator) => new(ValueKind.Generator, generator);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long Pack(torch.Device device) => ((long)device.type << 32) | (uint)device.index;
}
