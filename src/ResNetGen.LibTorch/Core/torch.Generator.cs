using ResNetGen.LibTorch.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A source of random numbers with a seed of its own.</summary>
    public class Generator : IDisposable
    {
        private nint _handle;

        /// <param name="seed">The first seed.</param>
        /// <param name="device">The CPU; libtorch's GPU generators are seeded by <see cref="torch.manual_seed"/>.</param>
        public Generator(ulong seed = 0, Device? device = null)
            : this(Native.CreateGenerator(seed), device ?? CPU)
        {
            if (this.device.type != DeviceType.CPU)
            {
                Dispose();
                throw new NotSupportedException("A generator of its own is supported on the CPU only; use torch.manual_seed for a GPU.");
            }
        }

        private Generator(nint handle, Device device)
        {
            _handle = handle;
            this.device = device;
        }

        ~Generator() => Dispose(disposing: false);

        /// <summary>The generator behind every call that names none.</summary>
        public static Generator Default => new(Native.DefaultGenerator(), CPU);

        public Device device { get; private set; }

        public nint Handle => _handle != 0 ? _handle : throw new ObjectDisposedException(nameof(Generator));

        public Generator manual_seed(long seed)
        {
            Native.SeedGenerator(Handle, (ulong)seed);
            GC.KeepAlive(this);
            return this;
        }

        public long initial_seed()
        {
            long seed = (long)Native.GeneratorSeed(Handle);
            GC.KeepAlive(this);
            return seed;
        }

        public void Dispose()
        {
            Dispose(disposing: true);
            GC.SuppressFinalize(this);
        }

        protected virtual void Dispose(bool disposing)
        {
            nint handle = Interlocked.Exchange(ref _handle, 0);
            if (handle != 0)
            {
                Native.FreeGenerator(handle);
            }
        }
    }
}
