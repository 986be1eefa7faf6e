namespace TorchSharp;

/// <summary>Conversions that keep the module's type.</summary>
public static class ModuleExtensionMethods
{
    /// <summary>Converts the floating-point parameters and buffers, in place.</summary>
    /// <exception cref="ArgumentException">The dtype is an integer's.</exception>
    public static T to<T>(this T module, torch.ScalarType type, bool non_blocking = false)
        where T : torch.nn.Module => (T)module._to(type, non_blocking);

    /// <summary>Converts the floating-point parameters and buffers and moves all of them, in place.</summary>
    /// <exception cref="ArgumentException">The dtype is an integer's.</exception>
    public static T to<T>(this T module, torch.Device device, torch.ScalarType type, bool non_blocking = false)
        where T : torch.nn.Module => (T)module._to(device, type, non_blocking);

    /// <summary>Moves the parameters and buffers, in place.</summary>
    public static T to<T>(this T module, DeviceType deviceType, int deviceIndex = -1, bool non_blocking = false)
        where T : torch.nn.Module => (T)module._to(deviceType, deviceIndex, non_blocking);

    /// <summary>Moves the parameters and buffers, in place.</summary>
    public static T to<T>(this T module, torch.Device device, bool non_blocking = false)
        where T : torch.nn.Module => (T)module._to(device.type, device.index, non_blocking);

    /// <summary>Moves the parameters and buffers, in place.</summary>
    /// <param name="module">The module.</param>
    /// <param name="device">The device's name: <c>cpu</c>, <c>cuda</c>, <c>cuda:1</c>.</param>
    /// <param name="non_blocking">Whether the copy may run beside the host.</param>
    public static T to<T>(this T module, string device, bool non_blocking = false)
        where T : torch.nn.Module => module.to(new torch.Device(device), non_blocking);

    /// <summary>Gives the parameters and buffers the dtype and device of <paramref name="other"/>.</summary>
    public static T to<T>(this T module, torch.Tensor other, bool non_blocking = false)
        where T : torch.nn.Module => (T)module._to(other, non_blocking);

    /// <summary>Moves the parameters and buffers to the CPU.</summary>
    public static T cpu<T>(this T module, bool non_blocking = false)
        where T : torch.nn.Module => (T)module._to(DeviceType.CPU, -1, non_blocking);

    /// <summary>Moves the parameters and buffers to a GPU.</summary>
    /// <param name="module">The module.</param>
    /// <param name="deviceIndex">Which GPU; -1 is the current one.</param>
    /// <param name="non_blocking">Whether the copy may run beside the host.</param>
    public static T cuda<T>(this T module, int deviceIndex = -1, bool non_blocking = false)
        where T : torch.nn.Module => (T)module._to(DeviceType.CUDA, deviceIndex, non_blocking);

    /// <summary>Converts the floating-point parameters and buffers to <see cref="torch.ScalarType.Float16"/>.</summary>
    public static T half<T>(this T module, bool non_blocking = false)
        where T : torch.nn.Module => module.to(torch.ScalarType.Float16, non_blocking);

    /// <summary>Converts the floating-point parameters and buffers to <see cref="torch.ScalarType.BFloat16"/>.</summary>
    public static T bfloat16<T>(this T module, bool non_blocking = false)
        where T : torch.nn.Module => module.to(torch.ScalarType.BFloat16, non_blocking);

    /// <summary>Converts the floating-point parameters and buffers to <see cref="torch.ScalarType.Float32"/>.</summary>
    public static T @float<T>(this T module, bool non_blocking = false)
        where T : torch.nn.Module => module.to(torch.ScalarType.Float32, non_blocking);

    /// <summary>Converts the floating-point parameters and buffers to <see cref="torch.ScalarType.Float64"/>.</summary>
    public static T @double<T>(this T module, bool non_blocking = false)
        where T : torch.nn.Module => module.to(torch.ScalarType.Float64, non_blocking);
}
