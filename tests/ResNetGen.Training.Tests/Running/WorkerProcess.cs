using System.Diagnostics;

namespace ResNetGen.Training.Tests.Running;

/// <summary>A program that runs beside the tests: the worker that is killed, or a sample.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _errors;

    public WorkerProcess(params string[] arguments)
        : this(new Dictionary<string, string>(StringComparer.Ordinal), arguments)
    {
    }

    public WorkerProcess(IReadOnlyDictionary<string, string> environment, params string[] arguments)
        : this(typeof(Worker.TinyRun).Assembly.Location, environment, arguments)
    {
    }

    private WorkerProcess(string program, IReadOnlyDictionary<string, string> environment, string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(program);
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;

        _process = Process.Start(start)!;
        _errors = _process.StandardError.ReadToEndAsync();
    }

    /// <summary>Starts the program of a sample.</summary>
    public static WorkerProcess OfSample(string name) =>
        new(Path.Combine(AppContext.BaseDirectory, name + ".dll"), new Dictionary<string, string>(StringComparer.Ordinal), []);

    /// <summary>What it said on standard error; waits for its end.</summary>
    public string Complaint => _errors.GetAwaiter().GetResult();

    public int ExitCode => _process.ExitCode;

    /// <summary>The next line; null at the end.</summary>
    public string? Line() => _process.StandardOutput.ReadLine();

    /// <summary>SIGKILL; returns the lines that it had said until then.</summary>
    public IReadOnlyList<string> Kill()
    {
        _process.Kill();
        return End();
    }

    /// <summary>Waits for the end; returns the rest of the lines.</summary>
    public IReadOnlyList<string> End()
    {
        var lines = _process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        _process.WaitForExit();
        return lines;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();

        _process.WaitForExit();
        _process.Dispose();
    }
}
