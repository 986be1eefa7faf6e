using System.Runtime.InteropServices;

namespace ResNetGen.LibTorch.Distributed;

/// <summary>This process's place in a group.</summary>
public sealed record C10dSettings
{
    /// <summary><c>gloo</c> for the CPU, <c>nccl</c> for CUDA.</summary>
    public string Engine { get; init; } = "gloo";

    /// <summary>This process, from 0.</summary>
    public required int Rank { get; init; }

    /// <summary>How many processes.</summary>
    public required int WorldSize { get; init; }

    /// <summary>Keeps the keys of several groups in one store apart.</summary>
    public string Prefix { get; init; } = "resnetgen";

    /// <summary>How long to wait until every process has come.</summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long an operation may wait for other processes, finding out who is missing included.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The index of the CUDA device that NCCL uses.</summary>
    public int DeviceIndex { get; init; }

    /// <summary>Whether rank 0 keeps the store, and not the launcher: messages name who has gone.</summary>
    public bool StoreOfRank0 { get; init; } = true;

    /// <summary>Makes the exception that a failure throws, of its message.</summary>
    public Func<string, Exception> Failure { get; init; } = message => new ExternalException(message);
}
