using System.Diagnostics;
using TorchSharp;

namespace ResNetGen.LibTorch.Tests.Interop;

/// <summary>What happens at start-up, each case in a process of its own.</summary>
public class EnvironmentTests
{
    private const string Advice = "apt-get install libtorch-dev g++";

    [Fact]
    public void Threads_are_the_machines_cores_unless_the_environment_says_otherwise()
    {
        var told = Environment.GetEnvironmentVariable("OMP_NUM_THREADS");
        Assert.Equal(string.IsNullOrEmpty(told) ? Environment.ProcessorCount : int.Parse(told, null), torch.get_num_threads());
    }

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("3")]
    public async Task Threads_follow_the_environment(string threads)
    {
        var (code, output) = await RunTest(nameof(Threads_are_the_machines_cores_unless_the_environment_says_otherwise), "OMP_NUM_THREADS", threads);
        Assert.True(code == 0, output);
    }

    [Fact]
    public void The_number_of_threads_can_be_set()
    {
        var before = torch.get_num_threads();
        torch.set_num_threads(before + 1);
        Assert.Equal(before + 1, torch.get_num_threads());
        torch.set_num_threads(before);
        Assert.Equal(before, torch.get_num_threads());
    }

    [Fact]
    public async Task A_missing_shim_is_one_clear_exception()
    {
        var (code, output) = await RunTest(nameof(The_number_of_threads_can_be_set), "RESNETGEN_SHIM", "/nonexistent/shim.so");
        Assert.NotEqual(0, code);
        Assert.Contains("libtorch was not found: /nonexistent/shim.so cannot be loaded", output, StringComparison.Ordinal);
        Assert.Contains(Advice, output, StringComparison.Ordinal);
        Assert.Contains(nameof(LibTorchNotFoundException), output, StringComparison.Ordinal);
        Assert.DoesNotContain("TypeInitializationException", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Building_without_libtorch_says_what_to_install()
    {
        var (code, output) = await Run("sh", [Path.Combine(AppContext.BaseDirectory, "native", "build.sh"), Path.GetTempPath()], "LIBTORCH", "/nonexistent");
        Assert.Equal(3, code);
        Assert.Single(output.Trim().Split('\n'));
        Assert.Contains("LIBTORCH=/nonexistent: no libtorch_cpu.so in /nonexistent/lib", output, StringComparison.Ordinal);
        Assert.Contains(Advice, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Building_without_a_compiler_says_what_to_install()
    {
        var (code, output) = await Run("sh", [Path.Combine(AppContext.BaseDirectory, "native", "build.sh"), Path.GetTempPath()], "CXX", "no-such-compiler");
        Assert.Equal(3, code);
        Assert.Single(output.Trim().Split('\n'));
        Assert.Contains("no C++ compiler (no-such-compiler)", output, StringComparison.Ordinal);
        Assert.Contains(Advice, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_old_libtorch_is_refused_by_its_version()
    {
        var root = Directory.CreateTempSubdirectory("libtorch").FullName;
        var versions = Directory.CreateDirectory(Path.Combine(root, "include", "torch", "csrc", "api", "include", "torch")).FullName;
        await File.WriteAllTextAsync(Path.Combine(versions, "version.h"), "#define TORCH_VERSION_MAJOR 1\n#define TORCH_VERSION_MINOR 12\n", TestContext.Current.CancellationToken);
        Directory.CreateDirectory(Path.Combine(root, "include", "ATen", "core", "dispatch"));
        await File.WriteAllTextAsync(Path.Combine(root, "include", "ATen", "core", "dispatch", "Dispatcher.h"), "", TestContext.Current.CancellationToken);
        Directory.CreateDirectory(Path.Combine(root, "lib"));
        await File.WriteAllTextAsync(Path.Combine(root, "lib", "libtorch_cpu.so"), "", TestContext.Current.CancellationToken);
        var (code, output) = await Run("sh", [Path.Combine(AppContext.BaseDirectory, "native", "build.sh"), Path.Combine(root, "out")], "LIBTORCH", root);
        Directory.Delete(root, recursive: true);
        Assert.Equal(3, code);
        Assert.Contains("is version 1.12; 1.13 or later is needed", output, StringComparison.Ordinal);
    }

    private static Task<(int Code, string Output)> RunTest(string method, string variable, string value)
    {
        var name = $"{typeof(EnvironmentTests).FullName}.{method}";
        return Run(Path.Combine(AppContext.BaseDirectory, "ResNetGen.LibTorch.Tests"), ["-method", name, "-noColor"], variable, value);
    }

    private static async Task<(int Code, string Output)> Run(string file, string[] arguments, string variable, string value)
    {
        var start = new ProcessStartInfo(file, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.Environment[variable] = value;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output + await errors);
    }
}
