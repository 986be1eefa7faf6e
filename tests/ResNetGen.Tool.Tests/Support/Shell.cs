using System.Diagnostics;

namespace ResNetGen.Tool.Tests;

/// <summary>Runs lines as a person types them, by bash, with the command on the path.</summary>
internal static class Shell
{
    // The folder of a command that runs the one under test; it is there as long as the tests run. Signals that are ignored
    // around the tests, as behind nohup, are not ignored by it.
    private static readonly Lazy<TemporaryFolder> Path = new(() =>
    {
        var folder = new TemporaryFolder();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Dispose();
        var command = folder.Write("resnetgen", $"#!/bin/sh\nexec env --default-signal dotnet '{System.IO.Path.Combine(AppContext.BaseDirectory, "resnetgen.dll")}' \"$@\"\n");
        if (OperatingSystem.IsWindows())
            throw new PlatformNotSupportedException("bash is needed");

        File.SetUnixFileMode(command, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        return folder;
    });

    /// <summary>Runs a line in a folder; what a pipe's first part exits with counts, too.</summary>
    public static ToolResult Run(string folder, string line, params (string Name, string? Value)[] environment)
    {
        var start = new ProcessStartInfo("bash")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = folder,
        };
        foreach (var argument in (string[])["--norc", "-o", "pipefail", "-c", line])
            start.ArgumentList.Add(argument);

        start.Environment["PATH"] = Path.Value.Path + ":" + Environment.GetEnvironmentVariable("PATH");
        start.Environment.Remove("NO_COLOR");
        foreach (var (name, value) in environment)
            start.Environment[name] = value;

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new ToolResult(process.ExitCode, output, error.Result);
    }

    // What .NET's console sends first to any terminal: keys are read in application mode.
    private const string KeypadMode = "\e[?1h\e=";

    /// <summary>Runs a line in a terminal of so many columns and returns all that it shows.</summary>
    public static ToolResult InTerminal(string folder, int columns, string line, params (string Name, string? Value)[] environment)
    {
        var log = System.IO.Path.Combine(folder, "typescript");
        var result = Run(
            folder,
            $"script --quiet --return --command {Quoted($"stty columns {columns} rows 50; {line}")} {Quoted(log)} >/dev/null",
            [("TERM", "xterm-256color"), ("LC_ALL", "C.UTF-8"), .. environment]);
        // The first line and the last are script's own.
        var shown = File.ReadAllText(log).Replace("\r\n", "\n", StringComparison.Ordinal);
        shown = shown[(shown.IndexOf('\n', StringComparison.Ordinal) + 1)..shown.LastIndexOf("\nScript done", StringComparison.Ordinal)];
        shown = shown.Replace(KeypadMode, "", StringComparison.Ordinal);
        File.Delete(log);
        return result with { Output = shown };
    }

    /// <summary>Returns a text as one word of bash.</summary>
    public static string Quoted(string text) => "'" + text.Replace("'", "'\\''", StringComparison.Ordinal) + "'";
}
