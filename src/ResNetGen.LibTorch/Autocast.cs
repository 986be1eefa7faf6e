using ResNetGen.LibTorch.Interop;
using TorchSharp;

namespace ResNetGen.LibTorch;

/// <summary>
/// Mixed precision on this thread until disposed, as Python's <c>torch.autocast</c>: convolutions and products compute in a
/// short type, what needs precision in float32. Weights and their gradients keep their type. TorchSharp has nothing like it.
/// </summary>
/// <remarks>For the forward pass and the loss; leave it before backward. Scopes are left in the reverse order, and not held across an <c>await</c>.</remarks>
public sealed class Autocast : IDisposable
{
    private readonly int _thread = Environment.CurrentManagedThreadId;
    private nint _scope;

    /// <summary>Opens a scope.</summary>
    /// <param name="device">Where the computations that it changes are done: the CPU or a GPU.</param>
    /// <param name="type">The short type: bfloat16, or on a GPU float16.</param>
    /// <exception cref="ArgumentException">The type is no short one, or none of the device's.</exception>
    public Autocast(DeviceType device, torch.ScalarType type = torch.ScalarType.BFloat16)
    {
        if (type is not torch.ScalarType.BFloat16 && (type is not torch.ScalarType.Float16 || device != DeviceType.CUDA))
            throw new ArgumentException($"{type} is no type of autocast on {device}.", nameof(type));

        _scope = Native.EnterAutocast(device, type);
    }

    /// <summary>Ends the scope.</summary>
    /// <exception cref="InvalidOperationException">It was opened on another thread.</exception>
    public void Dispose()
    {
        if (_scope == 0)
            return;
        if (Environment.CurrentManagedThreadId != _thread)
            throw new InvalidOperationException("Autocast must be left on the thread that entered it.");

        Native.LeaveAutocast(_scope);
        _scope = 0;
    }
}
