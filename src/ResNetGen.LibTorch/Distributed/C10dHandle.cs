using System.Runtime.InteropServices;

namespace ResNetGen.LibTorch.Distributed;

/// <summary>Owns something of libresnetgen_c10d.so.</summary>
internal sealed class C10dHandle : SafeHandle
{
    private readonly Action<nint> _free;

    internal C10dHandle(nint value, Action<nint> free)
        : base(0, ownsHandle: true)
    {
        _free = free;
        SetHandle(value);
    }

    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        _free(handle);
        return true;
    }
}
