using System.Runtime.InteropServices;

namespace ResNetGen.LibTorch.Distributed;

/// <summary>The functions of libresnetgen_c10d.so, as native/c10d.h declares them.</summary>
internal static unsafe partial class C10dMethods
{
    internal const string Library = "resnetgen_c10d";

    [LibraryImport(Library)]
    internal static partial nint rd_unavailable();

    [LibraryImport(Library)]
    internal static partial nint rd_last_error();

    [LibraryImport(Library)]
    internal static partial nint rd_engines();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial nint rd_store_new(string host, int port, int keep, long timeoutMs);

    [LibraryImport(Library)]
    internal static partial int rd_store_port(C10dHandle store);

    [LibraryImport(Library)]
    internal static partial void rd_store_free(nint store);

    [LibraryImport(Library)]
    internal static partial nint rd_group_new(C10dHandle store, NativeSettings* settings);

    [LibraryImport(Library)]
    internal static partial void rd_group_free(nint group);

    [LibraryImport(Library)]
    internal static partial int rd_broadcast(C10dHandle group, nint* tensors, int count);

    [LibraryImport(Library)]
    internal static partial int rd_sum(C10dHandle group, nint tensor);

    [LibraryImport(Library)]
    internal static partial int rd_barrier(C10dHandle group);

    [LibraryImport(Library)]
    internal static partial nint rd_reduction_new(C10dHandle group, nint* parameters, int count);

    [LibraryImport(Library)]
    internal static partial void rd_reduction_free(nint reduction);

    [LibraryImport(Library)]
    internal static partial int rd_reduction_before(C10dHandle reduction);

    [LibraryImport(Library)]
    internal static partial int rd_reduction_after(C10dHandle reduction);

    [LibraryImport(Library)]
    internal static partial void rd_reduction_times(C10dHandle reduction, NativeTimes* times);

    [LibraryImport(Library)]
    internal static partial nint rd_batch_norm(
        C10dHandle group, nint input, nint weight, nint bias, nint runningMean, nint runningVar, double momentum, double eps);

    /// <summary><c>RdGroupSettings</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct NativeSettings
    {
        internal byte* Engine;
        internal byte* Prefix;
        internal long StartMs;
        internal long TimeoutMs;
        internal int Rank;
        internal int Size;
        internal int Device;
        internal int StoreOfRank0;
    }

    /// <summary><c>RdReductionTimes</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct NativeTimes
    {
        internal long Steps;
        internal long Buckets;
        internal long Communication;
        internal long Waiting;
    }
}
