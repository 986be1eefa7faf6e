using System.Diagnostics;

namespace ResNetGen.Package.Tests.Support;

/// <summary>Runs programs and keeps what they say.</summary>
internal static class CommandLine
{
    /// <summary>Runs <paramref name="program"/> in <paramref name="folder"/> and waits for its end.</summary>
    public static Task<CommandResult> Run(string folder, string program, params string[] arguments) => Run([], folder, program, arguments);

    /// <inheritdoc cref="Run(string, string, string[])"/>
    public static async Task<CommandResult> Run((string Name, string Value)[] environment, string folder, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        // As in a shell of the user's: English, nothing inherited from a test runner, no build nodes left behind.
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(name);
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        foreach (var (name, value) in environment)
            start.Environment[name] = value;

        var cancellation = TestContext.Current.CancellationToken;
        using var process = Process.Start(start)!;
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellation);
            var errors = process.StandardError.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation);
            return new CommandResult($"{program} {string.Join(' ', arguments)}", process.ExitCode, await output, await errors);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }
}

/// <summary>What a program said, and how it ended.</summary>
internal sealed record CommandResult(string Command, int ExitCode, string Output, string Errors)
{
    public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Fails with all that was said unless the program ended well.</summary>
    public CommandResult Succeeds()
    {
        Assert.True(ExitCode == 0, $"{Command}\nended with {ExitCode}:\n{Output}\n{Errors}");
        return this;
    }
}
