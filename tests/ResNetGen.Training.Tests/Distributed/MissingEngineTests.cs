using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace ResNetGen.Training.Tests.Distributed;

/// <summary>A program built where the engine could not be compiled.</summary>
public sealed class MissingEngineTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("resnetgen-engine-").FullName;

    public MissingEngineTests() =>
        File.Copy(Path.Combine(AppContext.BaseDirectory, "libresnetgen_torch.so"), Path.Combine(_folder, "libresnetgen_torch.so"));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_library_that_holds_only_its_reason_tells_it()
    {
        using (Process compiler = Process.Start(
            "g++", ["-shared", "-fPIC", "-DRD_UNAVAILABLE=\"install libgloo-dev\"", Native("c10d.cpp"), "-o", Path.Combine(_folder, "libresnetgen_c10d.so")]))
        {
            compiler.WaitForExit();
            Assert.Equal(0, compiler.ExitCode);
        }

        AssertSays("ProcessGroupException: rank 0 of 1: libresnetgen_c10d.so has no engine: install libgloo-dev");
    }

    [Fact]
    public void A_library_that_is_not_there_is_missed() =>
        AssertSays("ProcessGroupException: rank 0 of 1: libresnetgen_c10d.so, which training over several processes needs, is not beside the shim");

    private void AssertSays(string text)
    {
        using Crew crew = Crew.Start(1, _ => [("RESNETGEN_SHIM", Path.Combine(_folder, "libresnetgen_torch.so"))], "group");
        crew.WaitForAll();
        Assert.Equal(3, crew.Members[0].ExitCode);
        Assert.Contains(text, crew.Members[0].Errors, StringComparison.Ordinal);
        Assert.Contains("libgloo-dev", crew.Members[0].Errors, StringComparison.Ordinal);
    }

    private static string Native(string name, [CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../src/ResNetGen.LibTorch/native", name));
}
