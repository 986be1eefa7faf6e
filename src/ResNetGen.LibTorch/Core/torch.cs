using ResNetGen.LibTorch.Interop;

namespace TorchSharp;

/// <summary>The entry point of the library: factories, functions on tensors, modes and global switches.</summary>
public static partial class torch
{
    /// <summary>The version of libtorch that the native part was compiled against.</summary>
    public static string __version__ => Native.Version;

    /// <summary>Opens a scope that disposes the tensors made on this thread until it is disposed.</summary>
    public static DisposeScope NewDisposeScope() => DisposeScopeManager.Open();


    /// <summary>Seeds the generators of the CPU and of every GPU.</summary>
    public static Generator manual_seed(long seed)
    {
        Native.ManualSeed((ulong)seed);
        return Generator.Default;
    }

    /// <summary>The type of what a factory makes where none is given: Float32, as there is no setter.</summary>
    public static ScalarType get_default_dtype() => ScalarType.Float32;

    /// <summary>The device of what a factory makes where none is given: the CPU, as there is no setter.</summary>
    public static Device get_default_device() => CPU;

    /// <summary>How many threads one operator may use.</summary>
    public static int get_num_threads() => Native.Threads;

    /// <summary>Sets how many threads one operator may use.</summary>
    public static void set_num_threads(int num) => Native.Threads = num;

    public static partial class random
    {
        public static Generator manual_seed(long seed) => torch.manual_seed(seed);

        public static long initial_seed()
        {
            using Generator generator = Generator.Default;
            return generator.initial_seed();
        }
    }
}
