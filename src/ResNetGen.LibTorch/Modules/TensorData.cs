using ResNetGen.LibTorch.Interop;
using TorchSharp;
using static TorchSharp.torch;

namespace ResNetGen.LibTorch;

/// <summary>Gives a tensor other data under the same object, as assigning Python's <c>tensor.data</c> does.</summary>
internal static class TensorData
{
    private static readonly Operator SetData = Operator.Find("aten::set_data");
    private static readonly Operator ToDevice = Operator.Find("aten::to", "device");

    /// <summary>Converts a floating-point or complex tensor's dtype, and moves any tensor.</summary>
    internal static void Convert(Tensor tensor, ScalarType? dtype, Device? device, bool nonBlocking)
    {
        var targetType = dtype is { } wanted && IsFloatingPointOrComplex(tensor.dtype) ? wanted : tensor.dtype;
        var targetDevice = device ?? tensor.device;
        if (targetType == tensor.dtype && IsOn(tensor, targetDevice))
        {
            return;
        }

        using var converted = ToDevice.Invoke(tensor, targetDevice, targetType, nonBlocking);
        SetData.InvokeVoid(tensor, converted);
    }

    internal static bool IsFloatingPointOrComplex(ScalarType type) => type
        is ScalarType.Float16 or ScalarType.BFloat16 or ScalarType.Float32 or ScalarType.Float64
        or ScalarType.ComplexFloat32 or ScalarType.ComplexFloat64;

    private static bool IsOn(Tensor tensor, Device device) =>
        tensor.device_type == device.type && (device.index < 0 || device.type == DeviceType.CPU || tensor.device_index == device.index);
}
