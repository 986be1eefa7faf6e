using System.Text;
using Xunit;

namespace ResNetGen.Tool.Tests.Runs;

public sealed class StartTests
{
    [Theory]
    [InlineData("resnetgen list cifar10")]
    [InlineData("resnetgen summary resnet50 --format json")]
    [InlineData("resnetgen --help")]
    [InlineData("resnetgen train --help")]
    [InlineData("resnetgen '[suggest:8]' 'train re'")]
    public void What_trains_is_loaded_by_the_verbs_that_train_alone(string line)
    {
        Assert.DoesNotContain("ResNetGen.Training", Loaded(line), StringComparison.Ordinal);
    }

    [Fact]
    public void The_verbs_that_train_load_it() => Assert.Contains("ResNetGen.Training", Loaded("resnetgen data synthetic:2,1"), StringComparison.Ordinal);

    // The runtime itself tells which assemblies it loads.
    private static string Loaded(string line)
    {
        using var folder = new TemporaryFolder();
        var trace = Path.Combine(folder.Path, "trace");
        var result = Shell.Run(
            folder.Path,
            line + " > /dev/null",
            [("DOTNET_EnableEventPipe", "1"), ("DOTNET_EventPipeConfig", "Microsoft-Windows-DotNETRuntime:0x8:4"), ("DOTNET_EventPipeOutputPath", trace)]);
        Assert.True(result.ExitCode == 0, result.Error);
        var loaded = Encoding.Unicode.GetString(File.ReadAllBytes(trace));
        // Names may begin at odd bytes, too.
        loaded += Encoding.Unicode.GetString(File.ReadAllBytes(trace)[1..]);
        Assert.Contains("System.CommandLine", loaded, StringComparison.Ordinal);
        return loaded;
    }
}
