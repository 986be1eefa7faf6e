using System.Diagnostics;

namespace ResNetGen.Benchmarks;

/// <summary>Programs that are measured from their start to their end.</summary>
internal static class ChildProcess
{
    private const double TicksPerSecond = 100;

    /// <summary>Runs a program; its output is read and, unless it fails, forgotten.</summary>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static Sample Run(string program, IEnumerable<string> arguments, string? folder = null)
    {
        var before = Machine.TicksOf(Environment.ProcessId);
        var own = Environment.CpuUsage.TotalTime;
        var start = Stopwatch.GetTimestamp();
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder ?? "",
        })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var wall = Stopwatch.GetElapsedTime(start).TotalSeconds;
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} ended with exit code {process.ExitCode}:\n{output}{errors.Result}");

        // What this process itself used is not the program's.
        var cpu = ((Machine.TicksOf(Environment.ProcessId) - before) / TicksPerSecond) - (Environment.CpuUsage.TotalTime - own).TotalSeconds;
        return new Sample(wall, Math.Max(0, cpu));
    }
}
