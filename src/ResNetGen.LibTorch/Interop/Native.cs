using System.Runtime.InteropServices;
using TorchSharp;
using static ResNetGen.LibTorch.Interop.NativeMethods;

namespace ResNetGen.LibTorch.Interop;

/// <summary>The shim with its failures turned into exceptions.</summary>
internal static unsafe class Native
{
    /// <summary>The libtorch that the shim was compiled against: <c>1.13.0</c>.</summary>
    internal static string Version => Marshal.PtrToStringUTF8(rt_version()) ?? "";

    internal static string LastError() => Marshal.PtrToStringUTF8(rt_last_error()) ?? "";

    internal static nint FindOperator(string name, string overload) => rt_find(name, overload);

    internal static int Call(nint op, NativeValue* args, int count, NativeValue* results, int capacity) =>
        rt_call(op, args, count, results, capacity);

    internal static void FreeList(nint list) => rt_free_list(list);

    internal static void FreeTensor(nint tensor) => rt_tensor_free(tensor);

    internal static TensorMeta Meta(nint tensor)
    {
        TensorMeta meta;
        rt_tensor_meta(tensor, &meta);
        return meta;
    }

    internal static TensorFlags Flags(nint tensor) => rt_tensor_flags(tensor);

    internal static long[] Sizes(nint tensor)
    {
        var sizes = new long[Meta(tensor).Dimensions];
        fixed (long* first = sizes)
        {
            Check(rt_tensor_sizes(tensor, first));
        }

        return sizes;
    }

    internal static long[] Strides(nint tensor)
    {
        var strides = new long[Meta(tensor).Dimensions];
        fixed (long* first = strides)
        {
            Check(rt_tensor_strides(tensor, first));
        }

        return strides;
    }

    internal static nint Data(nint tensor)
    {
        nint data;
        Check(rt_tensor_data(tensor, &data));
        return data;
    }

    internal static void SetRequiresGrad(nint tensor, bool on) => Check(rt_tensor_set_requires_grad(tensor, on ? 1 : 0));

    internal static nint Grad(nint tensor)
    {
        nint grad;
        Check(rt_tensor_grad(tensor, &grad));
        return grad;
    }

    internal static void SetGrad(nint tensor, nint grad) => Check(rt_tensor_set_grad(tensor, grad));

    internal static nint[] Gradients(IList<torch.Tensor> outputs, IList<torch.Tensor> outputGrads, IList<torch.Tensor> inputs, GradientFlags flags)
    {
        var grads = new nint[inputs.Count];
        fixed (nint* from = Handles(outputs), by = Handles(outputGrads), to = Handles(inputs), found = grads)
        {
            Check(rt_grad(from, by, outputs.Count, to, inputs.Count, flags, found));
        }

        GC.KeepAlive(outputs);
        GC.KeepAlive(outputGrads);
        GC.KeepAlive(inputs);
        return grads;
    }

    internal static void Backward(IList<torch.Tensor> outputs, IList<torch.Tensor> outputGrads, IList<torch.Tensor> inputs, GradientFlags flags)
    {
        fixed (nint* from = Handles(outputs), by = Handles(outputGrads), to = Handles(inputs))
        {
            Check(rt_backward(from, by, outputs.Count, to, inputs.Count, flags));
        }

        GC.KeepAlive(outputs);
        GC.KeepAlive(outputGrads);
        GC.KeepAlive(inputs);
    }

    private static nint[] Handles(IList<torch.Tensor> tensors) => [.. tensors.Select(tensor => tensor.Handle)];

    internal static bool GradEnabled
    {
        get => rt_grad_enabled() != 0;
        set => rt_set_grad_enabled(value ? 1 : 0);
    }

    internal static bool InferenceEnabled => rt_inference_enabled() != 0;

    internal static nint EnterInference(bool on) => Check(rt_inference_enter(on ? 1 : 0));

    internal static void LeaveInference(nint guard) => rt_inference_leave(guard);

    internal static nint EnterAutocast(DeviceType type, torch.ScalarType dtype) => Check(rt_autocast_enter((int)type, (sbyte)dtype));

    internal static void LeaveAutocast(nint scope) => rt_autocast_leave(scope);

    internal static void ManualSeed(ulong seed) => Check(rt_manual_seed(seed));

    internal static nint CreateGenerator(ulong seed) => Check(rt_generator_new(seed));

    internal static nint DefaultGenerator() => Check(rt_generator_default());

    internal static void SeedGenerator(nint generator, ulong seed) => Check(rt_generator_seed(generator, seed));

    internal static ulong GeneratorSeed(nint generator) => rt_generator_current_seed(generator);

    internal static void FreeGenerator(nint generator) => rt_generator_free(generator);

    internal static int Threads
    {
        get => rt_threads();
        set => Check(rt_set_threads(value));
    }

    internal static int DeviceCount(DeviceType type) => rt_device_count((int)type);

    internal static void Synchronize(torch.Device device) => Check(rt_synchronize((int)device.type, device.index));

    internal static bool Setting(BackendSetting setting) => Check(rt_setting((int)setting)) != 0;

    internal static void SetSetting(BackendSetting setting, bool on) => Check(rt_set_setting((int)setting, on ? 1 : 0));

    private static int Check(int status) => status >= 0 ? status : throw new ExternalException(LastError());

    private static nint Check(nint handle) => handle != 0 ? handle : throw new ExternalException(LastError());
}
