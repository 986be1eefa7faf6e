using Xunit;

namespace ResNetGen.Tool.Tests;

/// <summary>Warnings are told and hinder nothing; a comment in the spec silences them.</summary>
public sealed class WarningTests
{
    private const string Cut = "input: [3, 64, 64]\nblock: bottleneck\ngroups: 32\nwidth_per_group: 4\nstages: [{ blocks: 1, width: 100 }]\n";

    [Theory]
    [InlineData("summary")]
    [InlineData("keys")]
    [InlineData("emit")]
    [InlineData("probe")]
    public void A_warning_goes_to_standard_error_and_the_work_is_done(string verb)
    {
        using var folder = new TemporaryFolder();
        var loud = folder.Write("cut.resnet.yaml", Cut);
        Directory.CreateDirectory(Path.Combine(folder.Path, "silent"));
        var silent = folder.Write(Path.Combine("silent", "cut.resnet.yaml"), Cut + "# resnetgen: disable RNG1008\n");

        var told = Tool.Run(verb, loud);
        var untold = Tool.Run(verb, silent);

        Assert.Equal(0, told.ExitCode);
        Assert.StartsWith(loud + "(5,30): warning RNG1008: ", told.Error, StringComparison.Ordinal);
        Assert.Equal(1, told.Error.Count(c => c == '\n'));
        Assert.Equal((0, ""), (untold.ExitCode, untold.Error));
        Assert.Equal(untold.Output, told.Output);
        Assert.True(told.Output.Length > 0);
    }

    [Fact]
    public void A_silenced_warning_is_no_finding_of_check()
    {
        using var folder = new TemporaryFolder();
        var result = Tool.Run("check", folder.Write("cut.resnet.yaml", Cut + "# resnetgen: disable RNG1008\n"));

        Assert.Equal((0, "", ""), (result.ExitCode, result.Output, result.Error));
    }

    [Fact]
    public void A_comment_silences_no_other_rule_and_no_error()
    {
        using var folder = new TemporaryFolder();
        var other = Tool.Run("check", folder.Write("other.resnet.yaml", "# resnetgen: disable RNG1021\n" + Cut));
        var error = Tool.Run("check", folder.Write("error.resnet.yaml", "# resnetgen: disable RNG0008\nstages: [{ blocks: 0 }]\n"));

        Assert.Contains("warning RNG1008: ", other.Output, StringComparison.Ordinal);
        Assert.Equal((1, 3), (other.ExitCode, error.ExitCode));
        Assert.Contains("error RNG0008: ", error.Output, StringComparison.Ordinal);
    }
}
