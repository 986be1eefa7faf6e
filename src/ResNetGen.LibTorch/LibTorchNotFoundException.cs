namespace ResNetGen.LibTorch;

/// <summary>libtorch, or the shim compiled against it, is missing or cannot be loaded. The message says what to install.</summary>
public sealed class LibTorchNotFoundException : DllNotFoundException
{
    private const string Advice =
        "Install libtorch and a C++ compiler (apt-get install libtorch-dev g++) and build again, or set RESNETGEN_SHIM to a compiled shim.";

    /// <summary>Creates the exception with the usual advice alone.</summary>
    public LibTorchNotFoundException()
        : base("libtorch was not found. " + Advice)
    {
    }

    /// <param name="reason">What is missing, without a full stop.</param>
    public LibTorchNotFoundException(string reason)
        : base($"libtorch was not found: {reason}. {Advice}")
    {
    }

    /// <param name="reason">What is missing, without a full stop.</param>
    /// <param name="innerException">The loader's own exception.</param>
    public LibTorchNotFoundException(string reason, Exception innerException)
        : base($"libtorch was not found: {reason}. {Advice}", innerException)
    {
    }
}
