using System.Runtime.InteropServices;

namespace ResNetGen.LibTorch.Interop;

/// <summary>The shim's <c>RtValue</c>: 16 bytes, a tag, a length and a payload.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NativeValue
{
    internal ValueKind Kind;
    internal int Length;
    internal long Bits;

    internal readonly nint Pointer => (nint)Bits;

    internal readonly double Double => BitConverter.Int64BitsToDouble(Bits);
}
