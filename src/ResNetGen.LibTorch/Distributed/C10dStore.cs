using System.Runtime.InteropServices;
using static ResNetGen.LibTorch.Distributed.C10dMethods;

namespace ResNetGen.LibTorch.Distributed;

/// <summary>Where the processes of a group meet: c10d's <c>TCPStore</c>, kept by one process and reached by all.</summary>
public sealed class C10dStore : IDisposable
{
    /// <summary>Opens the store, or reaches the one that another process keeps.</summary>
    /// <param name="host">A name or an address.</param>
    /// <param name="port">Its port; 0 lets the process that keeps it choose.</param>
    /// <param name="keep">Whether this process keeps it: it listens on every address of the machine until it is disposed.</param>
    /// <param name="timeout">How long to try.</param>
    /// <param name="failure">Makes the exception that a failure throws.</param>
    /// <exception cref="DllNotFoundException">The engine is missing; the message says what to install.</exception>
    public C10dStore(string host, int port, bool keep, TimeSpan timeout, Func<string, Exception>? failure = null)
    {
        C10dLibrary.Require();
        nint store = rd_store_new(host, port, keep ? 1 : 0, (long)timeout.TotalMilliseconds);
        Handle = store != 0
            ? new(store, rd_store_free)
            : throw (failure ?? (message => new ExternalException(message)))(C10dLibrary.LastError());
    }

    /// <summary>The port.</summary>
    public int Port => rd_store_port(Handle);

    internal C10dHandle Handle { get; }

    /// <inheritdoc/>
    public void Dispose() => Handle.Dispose();
}
