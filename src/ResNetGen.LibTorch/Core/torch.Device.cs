using System.Globalization;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Where a tensor lives: a kind of device and, for GPUs, which one (-1: the current one).</summary>
    public class Device
    {
        /// <param name="description"><c>"cpu"</c>, <c>"cuda"</c> or <c>"cuda:1"</c>.</param>
        /// <exception cref="ArgumentException">The text names no device of this backend.</exception>
        public Device(string description)
        {
            ArgumentNullException.ThrowIfNull(description);
            int colon = description.IndexOf(':', StringComparison.Ordinal);
            type = Parse(colon < 0 ? description : description[..colon]);
            if (colon >= 0)
            {
                index = int.TryParse(description.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int parsed)
                    ? parsed
                    : throw new ArgumentException($"'{description}' is not a device: expected 'cpu', 'cuda' or 'cuda:INDEX'.", nameof(description));
            }
        }

        public Device(string deviceType, int index = -1)
            : this(Parse(deviceType), index)
        {
        }

        public Device(DeviceType deviceType, int index = -1)
        {
            type = deviceType;
            this.index = index;
        }

        public Device(int index)
            : this(DeviceType.CUDA, index)
        {
        }

        /// <summary>The kind of device.</summary>
        public DeviceType type { get; private set; }

        /// <summary>Which device of its kind; -1 is the current one.</summary>
        public int index { get; private set; } = -1;

        public static implicit operator Device(string description) => new(description);

        public override string ToString() => type switch
        {
            DeviceType.CPU => "cpu",
            _ when index < 0 => "cuda",
            _ => string.Create(CultureInfo.InvariantCulture, $"cuda:{index}"),
        };

        private static DeviceType Parse(string name) => name.ToUpperInvariant() switch
        {
            "CPU" => DeviceType.CPU,
            "CUDA" => DeviceType.CUDA,
            _ => throw new ArgumentException($"'{name}' is not a device of this backend: expected 'cpu' or 'cuda'.", nameof(name)),
        };
    }

    /// <summary>The processor.</summary>
    public static readonly Device CPU = new(DeviceType.CPU);

    /// <summary>The current GPU.</summary>
    public static Device CUDA { get; } = new(DeviceType.CUDA);

    public static Device device(string description) => new(description);

    public static Device device(string deviceType, int index = -1) => new(deviceType, index);

    public static Device device(DeviceType deviceType, int index = -1) => new(deviceType, index);

    public static Device device(int index) => new(index);

    /// <summary>Nothing to prepare here: libtorch starts a device when it is first used.</summary>
    public static Device InitializeDevice(Device? device) => device ?? CPU;

    /// <summary>Whether the kind of device can be used on this machine.</summary>
    public static bool TryInitializeDeviceType(DeviceType deviceType) =>
        deviceType == DeviceType.CPU || cuda.is_available();

    /// <exception cref="InvalidOperationException">The machine has no such device, or libtorch no support for it.</exception>
    public static void InitializeDeviceType(DeviceType deviceType)
    {
        if (!TryInitializeDeviceType(deviceType))
        {
            throw new InvalidOperationException($"Torch device type {deviceType} is not available on this machine.");
        }
    }
}
