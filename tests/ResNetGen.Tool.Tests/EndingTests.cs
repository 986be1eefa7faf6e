using System.Diagnostics;
using ResNetGen.Tool.Verbs;
using Xunit;

namespace ResNetGen.Tool.Tests;

/// <summary>How the command ends when others end it, or when it is wrong itself: no trace, nothing half done.</summary>
public sealed class EndingTests
{
    [Theory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    public void A_signal_ends_it_with_the_signal_s_code(string signal, int code)
    {
        using var folder = new ExampleFolder();
        // The pipe tells when the work has begun: the command waits for the spec's text.
        Assert.Equal(0, Shell.Run(folder.Path, "mkfifo slow.resnet.yaml").ExitCode);

        var result = Shell.Run(
            folder.Path,
            $"set -m; resnetgen summary slow.resnet.yaml -o sum.txt & exec 3>slow.resnet.yaml; kill -{signal} $!; wait $!");

        Assert.Equal((code, ""), (result.ExitCode, result.Output));
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
        Assert.Contains("resnetgen: interrupted", result.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder.Path, "*sum.txt*"));
    }

    [Theory]
    [InlineData("resnetgen keys cifar_resnet1202_A | head -n 1", "conv1.weight:16,3,3,3\n")]
    [InlineData("resnetgen summary cifar_resnet1202_A --format json | head -n 1", "{\n")]
    public void A_reader_that_leaves_is_no_error(string line, string output)
    {
        using var folder = new TemporaryFolder();

        Assert.Equal(new ToolResult(0, output, ""), Shell.Run(folder.Path, line));
    }

    [Fact]
    public void A_full_disk_is_one_message()
    {
        using var folder = new ExampleFolder();

        var result = Shell.Run(folder.Path, "resnetgen emit my-net.resnet.yaml > /dev/full");

        Assert.Equal(5, result.ExitCode);
        Assert.StartsWith("resnetgen: ", result.Error, StringComparison.Ordinal);
        Assert.Equal(1, result.Error.Count(c => c == '\n'));
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("1", true)]
    public void A_defect_asks_for_a_report_and_has_a_trace_when_asked(string? variable, bool hasTrace)
    {
        var (before, text) = (Console.Error, new StringWriter());
        try
        {
            Console.SetError(text);
            Environment.SetEnvironmentVariable(Verb.TraceVariable, variable);

            Assert.Equal(70, Verb.Run(() => throw new UnreachableException("two\nlines")));
        }
        finally
        {
            Console.SetError(before);
            Environment.SetEnvironmentVariable(Verb.TraceVariable, null);
        }

        Assert.StartsWith("resnetgen: UnreachableException: two lines\nresnetgen: this is a defect of resnetgen", text.ToString(), StringComparison.Ordinal);
        Assert.Equal(hasTrace, text.ToString().Contains("   at ", StringComparison.Ordinal));
    }
}
