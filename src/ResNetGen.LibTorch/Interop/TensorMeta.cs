using System.Runtime.InteropServices;

namespace ResNetGen.LibTorch.Interop;

/// <summary>The shim's <c>RtMeta</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct TensorMeta
{
    internal long Elements;
    internal long StorageOffset;
    internal int Dimensions;
    internal int ScalarType;
    internal int DeviceType;
    internal int DeviceIndex;
}

/// <summary>The shim's <c>RtFlag</c>.</summary>
[Flags]
internal enum TensorFlags
{
    None = 0,
    RequiresGrad = 1,
    Leaf = 2,
    Contiguous = 4,
    Inference = 8,
    Sparse = 16,
}

/// <summary>The shim's <c>RtSetting</c>.</summary>
internal enum BackendSetting
{
    CudnnBenchmark = 0,
    CudnnDeterministic = 1,
    CudnnTf32 = 2,
    CublasTf32 = 3,
}
