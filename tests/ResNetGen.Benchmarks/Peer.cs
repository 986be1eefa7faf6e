using System.Diagnostics;
using System.Globalization;

namespace ResNetGen.Benchmarks;

/// <summary>A child process that does the work: Python's torch or our own, both with the same threads.</summary>
internal sealed class Peer : IDisposable
{
    public const int Threads = 2;
    public const string LocalVerb = "peer";

    /// <summary>Names the folder for the files that both sides read.</summary>
    public const string FolderVariable = "RESNETGEN_BENCH";

    private readonly Process _process;
    private readonly string _name;

    private Peer(string name, string program, params string[] arguments)
    {
        _name = name;
        var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true };
        start.Environment["OMP_NUM_THREADS"] = Threads.ToString(CultureInfo.InvariantCulture);
        start.Environment["OMP_WAIT_POLICY"] = "passive";
        start.Environment["PYTHONDONTWRITEBYTECODE"] = "1";
        _process = Process.Start(start)!;
    }

    /// <summary>Starts our side.</summary>
    public static Peer StartOurs() => new("ResNetGen", Environment.ProcessPath!, LocalVerb);

    /// <summary>Starts Python's side, on Debian's interpreter: the one that Debian's torch is made for.</summary>
    public static Peer StartPython() => new("Python", "/usr/bin/python3", Path.Combine(AppContext.BaseDirectory, "peer.py"));

    /// <summary>Versions and threads.</summary>
    public string Versions => Ask("versions");

    /// <summary>The most memory that the process ever had resident, in MiB.</summary>
    public double PeakMemory => double.Parse(Ask("memory"), CultureInfo.InvariantCulture) / 1024;

    /// <summary>Has the work done <paramref name="count"/> times; returns the seconds that one took.</summary>
    public double Run(string work, int count) =>
        double.Parse(Ask(string.Create(CultureInfo.InvariantCulture, $"{work} {count}")), CultureInfo.InvariantCulture);

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private string Ask(string line)
    {
        _process.StandardInput.WriteLine(line);
        _process.StandardInput.Flush();
        return _process.StandardOutput.ReadLine()
            ?? throw new InvalidOperationException($"The benchmark's {_name} process ended at \"{line}\" (messages above).");
    }
}
