using System.Globalization;

namespace ResNetGen.Training.Distributed;

/// <summary>What a launcher says about this process and where the group meets.</summary>
/// <param name="Rank">This process.</param>
/// <param name="WorldSize">How many.</param>
/// <param name="Host">Where the store is: a name or an address.</param>
/// <param name="Port">Its port.</param>
/// <param name="StoreOfLauncher">Whether the launcher keeps the store, as torchrun does, and not rank 0.</param>
/// <param name="Attempt">How often the launcher has started the group anew: it keeps one store for all attempts.</param>
internal sealed record Launch(int Rank, int WorldSize, string Host, int Port, bool StoreOfLauncher, int Attempt)
{
    // The first pair that is there counts: the standard's, then Slurm's, then Open MPI's.
    private static readonly (string Rank, string Size)[] Names =
    [
        ("RANK", "WORLD_SIZE"),
        ("SLURM_PROCID", "SLURM_NTASKS"),
        ("OMPI_COMM_WORLD_RANK", "OMPI_COMM_WORLD_SIZE"),
    ];

    private static readonly string[] LocalRanks = ["LOCAL_RANK", "SLURM_LOCALID", "OMPI_COMM_WORLD_LOCAL_RANK"];

    /// <summary>Whether this process keeps the store.</summary>
    internal bool HostsStore => Rank == 0 && !StoreOfLauncher;

    /// <summary>Reads the variables; null where there are none, or where a batch system runs one task and no meeting point is given.</summary>
    /// <exception cref="ProcessGroupException">They are incomplete or contradict each other.</exception>
    internal static Launch? Read(Func<string, string?> variable)
    {
        var (rankName, sizeName) = Array.Find(Names, names => Value(variable, names.Rank) is not null || Value(variable, names.Size) is not null);
        string? host = Value(variable, "MASTER_ADDR");
        string? port = Value(variable, "MASTER_PORT");
        if (rankName is null)
        {
            return host is null && port is null
                ? null
                : throw new ProcessGroupException($"{(host is null ? "MASTER_PORT" : "MASTER_ADDR")} is set, but RANK and WORLD_SIZE are not: {Advice}");
        }

        // A Slurm job has its names in every step, also where it trains alone.
        if (rankName != "RANK" && host is null && port is null && Value(variable, sizeName) is null or "1")
        {
            return null;
        }

        int size = Number(variable, sizeName, 1, 1 << 20, $"{rankName} is set");
        int rank = Number(variable, rankName, 0, int.MaxValue, $"{sizeName} is set");
        if (rank >= size)
        {
            throw new ProcessGroupException($"{rankName} is {rank}, but {sizeName} is {size}: ranks go from 0 to {size - 1}");
        }

        if (host is null)
        {
            throw new ProcessGroupException($"MASTER_ADDR is not set, but {rankName} is: {Advice}");
        }

        if (port?.Trim() == "0")
        {
            throw new ProcessGroupException("MASTER_PORT is 0: every process must know the port, so it cannot be chosen by the one that opens it; name a free one");
        }

        int number = Number(variable, "MASTER_PORT", 1, 65535, $"{rankName} is set");

        // torchrun keeps the store itself, so that it outlives the workers.
        bool agent = string.Equals(Value(variable, "TORCHELASTIC_USE_AGENT_STORE"), "True", StringComparison.OrdinalIgnoreCase);
        int attempt = Value(variable, "TORCHELASTIC_RESTART_COUNT") is null ? 0 : Number(variable, "TORCHELASTIC_RESTART_COUNT", 0, int.MaxValue, "torchrun");
        return new(rank, size, host, number, agent, attempt);
    }

    /// <summary>The device of this process.</summary>
    internal static string LocalDevice(string device, Func<string, string?> variable)
    {
        string? name = Array.Find(LocalRanks, name => Value(variable, name) is not null);
        return device == "cuda" && name is not null ? $"cuda:{Number(variable, name, 0, 1023, "").ToString(CultureInfo.InvariantCulture)}" : device;
    }

    private const string Advice = "start the program with torchrun --no-python, or set RANK, WORLD_SIZE, MASTER_ADDR and MASTER_PORT";

    private static string? Value(Func<string, string?> variable, string name) => variable(name) is { Length: > 0 } value ? value : null;

    private static int Number(Func<string, string?> variable, string name, int smallest, int largest, string because)
    {
        string text = Value(variable, name) ?? throw new ProcessGroupException($"{name} is not set, but {because}: {Advice}");
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= smallest && number <= largest
            ? number
            : throw new ProcessGroupException(largest is int.MaxValue
                ? $"{name} is '{text}', but a whole number from {smallest} on is needed"
                : $"{name} is '{text}', but a whole number from {smallest} to {largest} is needed");
    }
}
