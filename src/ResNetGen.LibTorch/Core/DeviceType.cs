namespace TorchSharp;

/// <summary>The kind of a device; the numbers are libtorch's.</summary>
public enum DeviceType
{
    /// <summary>The processor.</summary>
    CPU = 0,

    /// <summary>An NVIDIA GPU, or an AMD one under ROCm.</summary>
    CUDA = 1,
}
