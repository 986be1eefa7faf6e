using System.Runtime.InteropServices;

namespace TorchSharp;

public static partial class torch
{
    public static Tensor tensor(float scalar, Device? device = null, bool requires_grad = false) =>
        FromArray<float>([scalar], [], ScalarType.Float32, dtype: null, device, requires_grad, names: null);

    public static Tensor tensor(double scalar, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        FromArray<double>([scalar], [], ScalarType.Float64, dtype, device, requires_grad, names: null);

    public static Tensor tensor(int scalar, Device? device = null, bool requires_grad = false) =>
        FromArray<int>([scalar], [], ScalarType.Int32, dtype: null, device, requires_grad, names: null);

    public static Tensor tensor(long scalar, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        FromArray<long>([scalar], [], ScalarType.Int64, dtype, device, requires_grad, names: null);

    public static Tensor tensor(short scalar, Device? device = null, bool requires_grad = false) =>
        FromArray<short>([scalar], [], ScalarType.Int16, dtype: null, device, requires_grad, names: null);

    public static Tensor tensor(sbyte scalar, Device? device = null, bool requires_grad = false) =>
        FromArray<sbyte>([scalar], [], ScalarType.Int8, dtype: null, device, requires_grad, names: null);

    public static Tensor tensor(byte scalar, Device? device = null, bool requires_grad = false) =>
        FromArray<byte>([scalar], [], ScalarType.Byte, dtype: null, device, requires_grad, names: null);

    public static Tensor tensor(bool scalar, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        FromArray<bool>([scalar], [], ScalarType.Bool, dtype, device, requires_grad, names: null);

    public static Tensor tensor(float[,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        FromArray<float>(Elements(rawArray), [rawArray.GetLongLength(0), rawArray.GetLongLength(1)], ScalarType.Float32, dtype, device, requires_grad, names);

    public static Tensor tensor(double[,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        FromArray<double>(Elements(rawArray), [rawArray.GetLongLength(0), rawArray.GetLongLength(1)], ScalarType.Float64, dtype, device, requires_grad, names);

    public static Tensor tensor(long[,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        FromArray<long>(Elements(rawArray), [rawArray.GetLongLength(0), rawArray.GetLongLength(1)], ScalarType.Int64, dtype, device, requires_grad, names);

    public static Tensor tensor(int[,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        FromArray<int>(Elements(rawArray), [rawArray.GetLongLength(0), rawArray.GetLongLength(1)], ScalarType.Int32, dtype, device, requires_grad, names);

    private static T[] Elements<T>(T[,] array)
    {
        var elements = new T[array.Length];
        int next = 0;
        foreach (T element in array)
        {
            elements[next++] = element;
        }
    
        return elements;
    }

    private static Tensor FromArray<T>(ReadOnlySpan<T> elements, long[] shape, ScalarType own, ScalarType? dtype, Device? device, bool requires_grad, string[]? names)
        where T : unmanaged
    {
        if (shape.TotalSize() != elements.Length)
        {
            throw new ArgumentException($"[{string.Join(", ", shape)}] has {shape.TotalSize()} elements; {elements.Length} were given.", nameof(shape));
        }
    
        Tensor made = empty(shape, own, CPU, names: names);
        MemoryMarshal.AsBytes(elements).CopyTo(made.bytes);
        Device target = device ?? CPU;
        return (target.type == DeviceType.CPU && (dtype ?? own) == own ? made : made.to(dtype ?? own, target, disposeAfter: true))
            .with_requires_grad(requires_grad);
    }
}
