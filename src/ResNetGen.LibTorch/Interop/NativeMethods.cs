using System.Runtime.InteropServices;

namespace ResNetGen.LibTorch.Interop;

/// <summary>The shim's functions, as native/shim.h declares them.</summary>
internal static unsafe partial class NativeMethods
{
    internal const string Library = "resnetgen_torch";

    [LibraryImport(Library)]
    internal static partial nint rt_last_error();

    [LibraryImport(Library)]
    internal static partial nint rt_version();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial nint rt_find(string name, string overload);

    [LibraryImport(Library)]
    internal static partial int rt_call(nint op, NativeValue* args, int count, NativeValue* results, int capacity);

    [LibraryImport(Library)]
    internal static partial void rt_free_list(nint list);

    [LibraryImport(Library)]
    internal static partial void rt_tensor_free(nint tensor);

    // A few loads, no locks and no calls back: cheaper without telling the collector.
    [LibraryImport(Library)]
    [SuppressGCTransition]
    internal static partial void rt_tensor_meta(nint tensor, TensorMeta* meta);

    [LibraryImport(Library)]
    internal static partial TensorFlags rt_tensor_flags(nint tensor);

    [LibraryImport(Library)]
    [SuppressGCTransition]
    internal static partial int rt_tensor_sizes(nint tensor, long* sizes);

    [LibraryImport(Library)]
    [SuppressGCTransition]
    internal static partial int rt_tensor_strides(nint tensor, long* strides);

    [LibraryImport(Library)]
    internal static partial int rt_tensor_data(nint tensor, nint* data);

    [LibraryImport(Library)]
    internal static partial int rt_tensor_set_requires_grad(nint tensor, int on);

    [LibraryImport(Library)]
    internal static partial int rt_tensor_grad(nint tensor, nint* grad);

    [LibraryImport(Library)]
    internal static partial int rt_tensor_set_grad(nint tensor, nint grad);

    [LibraryImport(Library)]
    internal static partial int rt_backward(nint* outputs, nint* outputGrads, int outputCount, nint* inputs, int inputCount, GradientFlags flags);

    [LibraryImport(Library)]
    internal static partial int rt_grad(nint* outputs, nint* outputGrads, int outputCount, nint* inputs, int inputCount, GradientFlags flags, nint* grads);

    [LibraryImport(Library)]
    [SuppressGCTransition]
    internal static partial int rt_grad_enabled();

    [LibraryImport(Library)]
    [SuppressGCTransition]
    internal static partial void rt_set_grad_enabled(int on);

    [LibraryImport(Library)]
    [SuppressGCTransition]
    internal static partial int rt_inference_enabled();

    [LibraryImport(Library)]
    internal static partial nint rt_inference_enter(int on);

    [LibraryImport(Library)]
    internal static partial void rt_inference_leave(nint guard);

    [LibraryImport(Library)]
    internal static partial nint rt_autocast_enter(int deviceType, int dtype);

    [LibraryImport(Library)]
    internal static partial void rt_autocast_leave(nint scope);

    [LibraryImport(Library)]
    internal static partial int rt_manual_seed(ulong seed);

    [LibraryImport(Library)]
    internal static partial nint rt_generator_new(ulong seed);

    [LibraryImport(Library)]
    internal static partial nint rt_generator_default();

    [LibraryImport(Library)]
    internal static partial int rt_generator_seed(nint generator, ulong seed);

    [LibraryImport(Library)]
    internal static partial ulong rt_generator_current_seed(nint generator);

    [LibraryImport(Library)]
    internal static partial void rt_generator_free(nint generator);

    [LibraryImport(Library)]
    internal static partial int rt_threads();

    [LibraryImport(Library)]
    internal static partial int rt_set_threads(int count);

    [LibraryImport(Library)]
    internal static partial int rt_device_count(int deviceType);

    [LibraryImport(Library)]
    internal static partial int rt_synchronize(int deviceType, int index);

    [LibraryImport(Library)]
    internal static partial int rt_setting(int setting);

    [LibraryImport(Library)]
    internal static partial int rt_set_setting(int setting, int on);
}
