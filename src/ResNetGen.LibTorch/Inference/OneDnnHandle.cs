using System.Runtime.InteropServices;

namespace ResNetGen.LibTorch.Inference;

/// <summary>Owns a convolution of libresnetgen_onednn.so; while a call runs, it is not freed.</summary>
internal sealed class OneDnnHandle : SafeHandle
{
    internal OneDnnHandle(nint value)
        : base(0, ownsHandle: true) => SetHandle(value);

    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        OneDnnMethods.ri_convolution_free(handle);
        return true;
    }
}
