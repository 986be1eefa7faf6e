using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;
using Xunit;

namespace ResNetGen.Tool.Tests;

public class ReadyToRunTests
{
    [Theory]
    [InlineData("resnetgen.dll")]
    [InlineData("ResNetGen.Architecture.dll")]
    [InlineData("ResNetGen.YamlDotNet.dll")]
    [InlineData("System.CommandLine.dll")]
    [InlineData("Microsoft.CodeAnalysis.CSharp.dll")]
    public void The_command_s_code_is_compiled_ahead_of_time(string name)
    {
        Assert.SkipUnless(
            OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture == System.Runtime.InteropServices.Architecture.X64 && IsAskedFor,
            "Nothing is compiled ahead of time: on another system, for debugging, or with -p:ReadyToRun=false.");
        using var reader = new PEReader(File.OpenRead(Path.Combine(AppContext.BaseDirectory, name)));
        Assert.True(reader.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size > 0, $"{name} has no native code");
    }

#if DEBUG
    private static bool IsAskedFor => false;
#else
    private static bool IsAskedFor => !AppContext.TryGetSwitch("ResNetGen.ReadyToRun", out var asked) || asked;
#endif
}
