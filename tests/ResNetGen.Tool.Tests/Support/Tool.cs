using System.Diagnostics;

namespace ResNetGen.Tool.Tests;

/// <summary>Runs the command as its users do: as a process.</summary>
internal static class Tool
{
    public static string Specs { get; } = Path.Combine(AppContext.BaseDirectory, "specs");

    public static string ImageNet(string name) => Path.Combine(Specs, "imagenet", name + ".resnet.yaml");

    public static string Cifar(string name) => Path.Combine(Specs, "cifar10", name + ".resnet.yaml");

    public static ToolResult Run(params string[] arguments) => Run([], arguments);

    public static ToolResult Run((string Name, string Value)[] environment, params string[] arguments) => Run("", environment, arguments);

    /// <summary>Runs the command with a text on its standard input.</summary>
    public static ToolResult RunWith(string input, params string[] arguments) => Run(input, [], arguments);

    private static ToolResult Run(string input, (string Name, string Value)[] environment, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "resnetgen.dll"));
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;

        using var process = Process.Start(start)!;
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new ToolResult(process.ExitCode, output, error.Result);
    }
}

/// <summary>What a process left behind.</summary>
internal sealed record ToolResult(int ExitCode, string Output, string Error);
