using ResNetGen.LibTorch.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>GPUs: none of this fails on a machine, or with a libtorch, that has none.</summary>
    public static partial class cuda
    {
        /// <summary>Whether this libtorch has GPU support and the machine a GPU.</summary>
        public static bool is_available() => device_count() > 0;

        /// <summary>How many GPUs there are.</summary>
        public static int device_count() => Native.DeviceCount(DeviceType.CUDA);

        /// <summary>Seeds every generator, as <see cref="torch.manual_seed"/> does.</summary>
        public static void manual_seed(long seed) => Native.ManualSeed((ulong)seed);

        /// <summary>Seeds every generator, as <see cref="torch.manual_seed"/> does.</summary>
        public static void manual_seed_all(long seed) => Native.ManualSeed((ulong)seed);

        /// <summary>Waits until the device has done everything asked of it on this thread's stream.</summary>
        public static void synchronize(Device? device = null) => Native.Synchronize(device ?? CUDA);
    }
}
