using System.Diagnostics;
using System.Globalization;

namespace ResNetGen.Benchmarks;

/// <summary>A child process that does the work: our own, Python's torch or onnxruntime, all with the threads that they are told.</summary>
internal sealed class Peer : IDisposable
{
    public const int Threads = 2;
    public const string LocalVerb = "peer";

    /// <summary>Names the folder for the files that all sides read.</summary>
    public const string FolderVariable = "RESNETGEN_BENCH";

    /// <summary>Names the folder that onnxruntime-node lies in.</summary>
    public const string OnnxRuntimeVariable = "RESNETGEN_BENCH_ONNXRUNTIME";

    // A tenth of a millisecond or so: longer than the gaps between layers, too short to stand in others' way.
    private const string Turns = "10000";

    private readonly Process _process;
    private readonly string _name;

    private Peer(string name, int threads, bool spins, string program, params string[] arguments)
    {
        _name = name;
        var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true };
        start.Environment["OMP_NUM_THREADS"] = threads.ToString(CultureInfo.InvariantCulture);
        start.Environment["OMP_WAIT_POLICY"] = "passive";
        if (spins)
            start.Environment["GOMP_SPINCOUNT"] = Turns;

        start.Environment["PYTHONDONTWRITEBYTECODE"] = "1";
        _process = Process.Start(start)!;
    }

    /// <summary>The folder for the files that all sides read.</summary>
    public static string Folder => Environment.GetEnvironmentVariable(FolderVariable)!;

    /// <summary>Versions and threads.</summary>
    public string Versions => Ask("versions");

    /// <summary>The process.</summary>
    public int Id => _process.Id;

    /// <summary>Starts our side.</summary>
    public static Peer StartOurs(int threads = Threads, bool spins = false) => new("ResNetGen", threads, spins, Environment.ProcessPath!, LocalVerb);

    /// <summary>Starts Python's side, on Debian's interpreter: the one that Debian's torch is made for.</summary>
    public static Peer StartPython(int threads = Threads, bool spins = false) => new("Python", threads, spins, "/usr/bin/python3", Script("peer.py"));

    /// <summary>Starts onnxruntime's side.</summary>
    public static Peer StartOnnxRuntime(int threads = Threads, bool spins = false) => new(
        "onnxruntime",
        threads,
        spins,
        "node",
        Script("peer.mjs"),
        Environment.GetEnvironmentVariable(OnnxRuntimeVariable) ?? throw new InvalidOperationException($"{OnnxRuntimeVariable} names no folder: start by ./build.sh bench."),
        threads.ToString(CultureInfo.InvariantCulture),
        spins ? "spins" : "waits");

    /// <summary>Has the work done <paramref name="count"/> times; returns what one took.</summary>
    public Sample Run(string work, int count)
    {
        var answer = Ask(string.Create(CultureInfo.InvariantCulture, $"run {work} {count}")).Split(' ');
        return new Sample(Number(answer[0]), Number(answer[1]));
    }

    /// <summary>Prepares the work and does it for the first time; returns the seconds from weights in memory on.</summary>
    public double First(string work) => Number(Ask("first " + work));

    /// <summary>Asks for anything else.</summary>
    public string Ask(string line)
    {
        _process.StandardInput.WriteLine(line);
        _process.StandardInput.Flush();
        return _process.StandardOutput.ReadLine()
            ?? throw new InvalidOperationException($"The benchmark's {_name} process ended at \"{line}\" (messages above).");
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static string Script(string name) => Path.Combine(AppContext.BaseDirectory, "Peers", name);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
