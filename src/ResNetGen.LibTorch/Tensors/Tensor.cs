using ResNetGen.LibTorch.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A handle on one of libtorch's tensors. Dispose it where it dies: the collector does not see native memory.</summary>
    public partial class Tensor : IDisposable
    {
        private static long _totalCount;
        private static long _peakCount;

        private nint _handle;

        internal Tensor(nint handle)
        {
            _handle = handle;
            long count = Interlocked.Increment(ref _totalCount);
            if (count > _peakCount)
            {
                _peakCount = count;
            }

            DisposeScopeManager.Register(this);
        }

        // No tensor at all: nothing to count and nothing to free.
        private Tensor() => GC.SuppressFinalize(this);

        ~Tensor() => Dispose(disposing: false);

        /// <summary>How many handles there are in the process.</summary>
        public static long TotalCount => Interlocked.Read(ref _totalCount);

        /// <summary>The most handles there ever were.</summary>
        public static long PeakCount => Interlocked.Read(ref _peakCount);

        /// <summary>The address of the native tensor.</summary>
        /// <exception cref="ObjectDisposedException">The tensor was disposed.</exception>
        public nint Handle => _handle != 0 ? _handle : ThrowDisposed();

        /// <summary>Whether the tensor was disposed.</summary>
        public bool IsInvalid => _handle == 0;

        /// <summary>A handle on nothing, as an undefined tensor has it.</summary>
        internal static Tensor Undefined => new();

        internal DisposeScope? OwningDisposeScope { get; set; }

        internal int ScopeIndex { get; set; }

        public void Dispose()
        {
            Dispose(disposing: true);
            GC.SuppressFinalize(this);
        }

        /// <summary>Moves the tensor one scope out, or out of all of them.</summary>
        public Tensor MoveToOuterDisposeScope()
        {
            OwningDisposeScope?.MoveToOuter(this);
            return this;
        }

        /// <summary>Takes the tensor out of every scope.</summary>
        public Tensor DetachFromDisposeScope()
        {
            OwningDisposeScope?.Detach(this);
            return this;
        }

        public Tensor MoveToOtherDisposeScope(Tensor other) => MoveToOtherDisposeScope(other.OwningDisposeScope);

        public Tensor MoveToOtherDisposeScope(DisposeScope? other)
        {
            if (OwningDisposeScope is { } scope)
            {
                scope.MoveToOther(other, this);
            }
            else
            {
                other?.Attach(this);
            }

            return this;
        }

        /// <summary>Takes the native tensor away from this handle, which is dead afterwards; the caller owns it.</summary>
        public nint DecoupleFromNativeHandle()
        {
            nint handle = Interlocked.Exchange(ref _handle, 0);
            GC.SuppressFinalize(this);
            if (handle != 0)
            {
                Interlocked.Decrement(ref _totalCount);
                DisposeScopeManager.Forget(this);
            }

            return handle;
        }

        /// <summary>Wraps a native tensor and takes ownership of the reference.</summary>
        public static Tensor UnsafeCreateTensor(nint handle) => new(handle);

        protected virtual void Dispose(bool disposing)
        {
            nint handle = Interlocked.Exchange(ref _handle, 0);
            if (handle == 0)
            {
                return;
            }

            Interlocked.Decrement(ref _totalCount);

            // The finaliser's thread has scopes and counts of its own: it only gives the memory back.
            if (disposing)
            {
                DisposeScopeManager.Forget(this);
            }

            Native.FreeTensor(handle);
        }

        private static nint ThrowDisposed() =>
            throw new ObjectDisposedException(nameof(Tensor), "The tensor was disposed, or moved to another handle.");
    }
}
