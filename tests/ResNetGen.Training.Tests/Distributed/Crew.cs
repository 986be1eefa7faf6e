using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using ResNetGen.LibTorch.Distributed;

namespace ResNetGen.Training.Tests.Distributed;

/// <summary>Processes of the worker program that train together on this machine, and what they leave behind.</summary>
internal sealed class Crew : IDisposable
{
    // What a launcher around the tests has set must not reach the workers.
    private static readonly string[] Cleared =
    [
        "RANK", "WORLD_SIZE", "MASTER_ADDR", "MASTER_PORT", "LOCAL_RANK", "SLURM_PROCID", "SLURM_NTASKS", "OMPI_COMM_WORLD_RANK",
        "OMPI_COMM_WORLD_SIZE", "TORCHELASTIC_USE_AGENT_STORE", "TORCHELASTIC_RESTART_COUNT", "GLOO_SOCKET_IFNAME",
    ];

    private readonly C10dStore? _store;
    private readonly List<Member> _members = [];
    private readonly HashSet<string> _shared = [.. Directory.GetFiles("/dev/shm")];

    private Crew(C10dStore? store, int port)
    {
        _store = store;
        Port = port;
    }

    internal int Port { get; }

    internal IReadOnlyList<Member> Members => _members;

    /// <summary>One process that trains alone.</summary>
    internal static Crew StartAlone(params string[] arguments)
    {
        var crew = new Crew(null, 0);
        crew.Add([], arguments);
        return crew;
    }

    /// <summary>Processes as torchrun starts them: the store is kept here, where the port can be chosen without a race.</summary>
    internal static Crew Start(int size, params string[] arguments) => Start(size, _ => [], arguments);

    /// <inheritdoc cref="Start(int, string[])"/>
    internal static Crew Start(int size, Func<int, (string Name, string Value)[]> variables, params string[] arguments)
    {
        var store = new C10dStore("127.0.0.1", 0, keep: true, TimeSpan.FromSeconds(30));
        var crew = new Crew(store, store.Port);
        for (int rank = 0; rank < size; rank++)
        {
            crew.Add([.. crew.Standard(rank, size), ("TORCHELASTIC_USE_AGENT_STORE", "True"), .. variables(rank)], arguments);
        }

        return crew;
    }

    /// <summary>Processes of which rank 0 keeps the store.</summary>
    /// <remarks>Another program can take the port before it does: then the whole is to be tried again, see <see cref="PortWasTaken"/>.</remarks>
    internal static Crew StartWithStoreInRank0(int size, params string[] arguments)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        int port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        var crew = new Crew(null, port);
        for (int rank = 0; rank < size; rank++)
        {
            crew.Add(crew.Standard(rank, size), arguments);
        }

        return crew;
    }

    internal bool PortWasTaken => _members[0].Errors.Contains("cannot be opened", StringComparison.Ordinal);

    internal void WaitForAll()
    {
        foreach (Member member in _members)
        {
            member.Wait();
        }
    }

    /// <summary>The port is closed, no process lives, and shared memory is as it was.</summary>
    internal void AssertNothingIsLeft()
    {
        _store?.Dispose();
        Assert.All(_members, member => Assert.True(member.HasExited));
        if (Port != 0)
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            Assert.Throws<SocketException>(() => socket.Connect(IPAddress.Loopback, Port));
        }

        // Other programs of the machine come and go; torch's and gloo's files carry their names.
        Assert.DoesNotContain(Directory.GetFiles("/dev/shm").Except(_shared), file =>
            file.Contains("torch", StringComparison.Ordinal) || file.Contains("gloo", StringComparison.Ordinal) || file.Contains("nccl", StringComparison.Ordinal));
    }

    public void Dispose()
    {
        foreach (Member member in _members)
        {
            member.Dispose();
        }

        _store?.Dispose();
    }

    private (string Name, string Value)[] Standard(int rank, int size) =>
    [
        ("RANK", rank.ToString(CultureInfo.InvariantCulture)),
        ("WORLD_SIZE", size.ToString(CultureInfo.InvariantCulture)),
        ("MASTER_ADDR", "127.0.0.1"),
        ("MASTER_PORT", Port.ToString(CultureInfo.InvariantCulture)),
    ];

    private void Add(IEnumerable<(string Name, string Value)> variables, string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "ResNetGen.Training.Worker"), arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string name in Cleared)
        {
            start.Environment.Remove(name);
        }

        start.Environment["OMP_NUM_THREADS"] = "1";
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        _members.Add(new Member(start));
    }
}
