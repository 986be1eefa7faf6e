using System.Runtime.InteropServices;
using TorchSharp;
using static ResNetGen.LibTorch.Inference.OneDnnMethods;

namespace ResNetGen.LibTorch.Inference;

/// <summary>oneDNN called directly, where libtorch links it as a library of its own; see docs/decisions/0033-onednn-for-inference.md.</summary>
internal static class OneDnn
{
    /// <summary>How many channels lie together, at least, where a layout is blocked.</summary>
    internal const long Block = 8;

    private static readonly Lazy<string?> Reason = new(FindReason);
    private static readonly Lazy<bool> BFloat16 = new(() => ri_supports((int)torch.ScalarType.BFloat16) != 0);

    /// <summary>Why it cannot be used, or null.</summary>
    internal static string? Unavailable => Reason.Value;

    /// <summary>Whether oneDNN computes on these tensors' device in this type.</summary>
    internal static bool Takes(torch.Tensor x) =>
        x.device_type == DeviceType.CPU && Unavailable is null &&
        (x.dtype == torch.ScalarType.Float32 || (x.dtype == torch.ScalarType.BFloat16 && BFloat16.Value));

    /// <summary>max_pool2d in the layout of <paramref name="x"/>.</summary>
    internal static torch.Tensor MaxPool(torch.Tensor x, long kernel, long stride, long padding, bool ceilMode)
    {
        nint result = ri_max_pool(x.Handle, kernel, stride, padding, ceilMode ? 1 : 0);
        GC.KeepAlive(x);
        return Own(result);
    }

    /// <summary>[N, C, H, W] of a blocked tensor.</summary>
    internal static torch.Tensor Plain(torch.Tensor x)
    {
        nint result = ri_plain(x.Handle);
        GC.KeepAlive(x);
        return Own(result);
    }

    internal static torch.Tensor Own(nint tensor) => new(Check(tensor));

    internal static nint Check(nint result) =>
        result != 0 ? result : throw new ExternalException($"oneDNN: {Marshal.PtrToStringUTF8(ri_last_error())}");

    private static string? FindReason()
    {
        try
        {
            return ri_unavailable() is not 0 and var reason ? Marshal.PtrToStringUTF8(reason) : null;
        }
        catch (Exception exception) when (exception is DllNotFoundException or EntryPointNotFoundException)
        {
            return exception.Message;
        }
    }
}
