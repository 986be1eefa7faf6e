using ResNetGen.LibTorch.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Records nothing on this thread until disposed. Not to be held across an <c>await</c>.</summary>
    public static IDisposable no_grad() => new GradScope(enabled: false);

    /// <summary>Records, or not, on this thread until disposed.</summary>
    public static IDisposable enable_grad(bool enabled = true) => new GradScope(enabled);

    public static IDisposable set_grad_enabled(bool mode = true) => new GradScope(mode);

    public static bool is_grad_enabled() => Native.GradEnabled;

    /// <summary>As <see cref="no_grad"/>, and tensors made inside can never take part in autograd.</summary>
    public static IDisposable inference_mode(bool mode = true) => new InferenceScope(mode);

    public static bool is_inference_mode_enabled() => Native.InferenceEnabled;

    private sealed class GradScope : IDisposable
    {
        private readonly bool _before = Native.GradEnabled;
        private bool _closed;

        internal GradScope(bool enabled) => Native.GradEnabled = enabled;

        public void Dispose()
        {
            if (!_closed)
            {
                _closed = true;
                Native.GradEnabled = _before;
            }
        }
    }

    // No finaliser: the guard belongs to the thread that made it.
    private sealed class InferenceScope(bool mode) : IDisposable
    {
        private readonly int _thread = Environment.CurrentManagedThreadId;
        private nint _guard = Native.EnterInference(mode);

        public void Dispose()
        {
            if (_guard == 0)
            {
                return;
            }

            if (Environment.CurrentManagedThreadId != _thread)
            {
                throw new InvalidOperationException("inference_mode must be left on the thread that entered it.");
            }

            Native.LeaveInference(_guard);
            _guard = 0;
        }
    }
}
