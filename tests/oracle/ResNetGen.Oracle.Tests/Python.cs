using System.Diagnostics;
using Xunit;

namespace ResNetGen.Oracle.Tests;

/// <summary>Debian's interpreter, which has torch.</summary>
internal static class Python
{
    /// <summary>Runs a script of this folder and returns what it prints; the test fails where the script does.</summary>
    public static string Run(string script, params string[] arguments)
    {
        var start = new ProcessStartInfo("/usr/bin/python3", [Path.Combine(AppContext.BaseDirectory, "python", script), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = process.StandardOutput.ReadToEnd().Trim();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{script} failed: {errors.GetAwaiter().GetResult()}");
        return output;
    }
}
