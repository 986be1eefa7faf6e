using System.Runtime.InteropServices;

namespace ResNetGen.LibTorch.Inference;

/// <summary>The functions of libresnetgen_onednn.so, as native/onednn.h declares them.</summary>
internal static unsafe partial class OneDnnMethods
{
    internal const string Library = "resnetgen_onednn";

    [LibraryImport(Library)]
    internal static partial nint ri_unavailable();

    [LibraryImport(Library)]
    internal static partial nint ri_last_error();

    [LibraryImport(Library)]
    internal static partial int ri_supports(int type);

    [LibraryImport(Library)]
    internal static partial nint ri_convolution_new(nint weight, nint bias, NativeConvolution* settings);

    [LibraryImport(Library)]
    internal static partial void ri_convolution_free(nint convolution);

    [LibraryImport(Library)]
    internal static partial nint ri_convolution_run(OneDnnHandle convolution, nint x, nint addend);

    [LibraryImport(Library)]
    internal static partial int ri_convolution_shapes(OneDnnHandle convolution);

    [LibraryImport(Library)]
    internal static partial nint ri_convolution_implementation(OneDnnHandle convolution);

    [LibraryImport(Library)]
    internal static partial nint ri_max_pool(nint x, long kernel, long stride, long padding, int ceilMode);

    [LibraryImport(Library)]
    internal static partial nint ri_plain(nint x);

    /// <summary><c>RiConvolution</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct NativeConvolution
    {
        internal fixed long Stride[2];
        internal fixed long Padding[2];
        internal fixed long Dilation[2];
        internal long Groups;
        internal FusedActivation Activation;
        internal int Shapes;
    }
}
