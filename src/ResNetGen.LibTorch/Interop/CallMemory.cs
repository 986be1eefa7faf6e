using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using TorchSharp;

namespace ResNetGen.LibTorch.Interop;

/// <summary>Where the lists and strings of one call live: on the stack while they fit, else on the native heap.</summary>
internal unsafe ref struct CallMemory(byte* inline, int inlineBytes)
{
    private byte* _next = inline;
    private int _left = inlineBytes;
    private List<nint>? _heap;

    /// <summary>Copies a managed list or string to native memory and points the value at it.</summary>
    internal void Store(ref NativeValue value, object reference)
    {
        switch (value.Kind)
        {
            case ValueKind.IntList:
                Copy<long>(ref value, Unsafe.As<long[]>(reference));
                break;
            case ValueKind.DoubleList:
                Copy<double>(ref value, Unsafe.As<double[]>(reference));
                break;
            case ValueKind.BoolList:
                Copy<bool>(ref value, Unsafe.As<bool[]>(reference));
                break;
            case ValueKind.String:
                string text = Unsafe.As<string>(reference);
                byte* bytes = Take(Encoding.UTF8.GetMaxByteCount(text.Length));
                value.Length = Encoding.UTF8.GetBytes(text, new Span<byte>(bytes, Encoding.UTF8.GetMaxByteCount(text.Length)));
                value.Bits = (nint)bytes;
                break;
            case ValueKind.Generator:
                value.Bits = Unsafe.As<torch.Generator>(reference).Handle;
                break;
            default:
                StoreTensors(ref value, Unsafe.As<torch.Tensor?[]>(reference));
                break;
        }
    }

    internal readonly void Free()
    {
        if (_heap is not null)
        {
            foreach (nint block in _heap)
            {
                NativeMemory.Free((void*)block);
            }
        }
    }

    private void Copy<T>(ref NativeValue value, T[] list)
        where T : unmanaged
    {
        byte* target = Take(list.Length * sizeof(T));
        list.AsSpan().CopyTo(new Span<T>(target, list.Length));
        value.Length = list.Length;
        value.Bits = (nint)target;
    }

    private void StoreTensors(ref NativeValue value, torch.Tensor?[] tensors)
    {
        var target = (nint*)Take(tensors.Length * sizeof(nint));
        for (int i = 0; i < tensors.Length; i++)
        {
            target[i] = tensors[i]?.Handle ?? 0;
        }

        value.Length = tensors.Length;
        value.Bits = (nint)target;
    }

    private byte* Take(int bytes)
    {
        bytes = (bytes + 7) & ~7;
        if (bytes <= _left)
        {
            byte* taken = _next;
            _next += bytes;
            _left -= bytes;
            return taken;
        }

        var block = (byte*)NativeMemory.Alloc((nuint)bytes);
        (_heap ??= []).Add((nint)block);
        return block;
    }
}
