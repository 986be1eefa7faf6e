using Xunit;

namespace ResNetGen.Tool.Tests;

/// <summary>Wrong lines: exit 2, nothing on standard output, and what was likely meant.</summary>
public sealed class UsageTests
{
    [Theory]
    [InlineData("sumary", "unknown verb 'sumary'; did you mean 'summary'?")]
    [InlineData("inspect", "unknown verb 'inspect'; did you mean 'weights inspect'?")]
    [InlineData("weights inspct x", "unknown verb 'inspct'; did you mean 'inspect'?")]
    [InlineData("frobnicate", "unknown verb 'frobnicate'")]
    [InlineData("--verson", "unknown option '--verson'; did you mean '--version'?")]
    [InlineData("help wieghts", "unknown verb 'wieghts'; did you mean 'weights'?")]
    [InlineData("help weights verfy", "unknown verb 'verfy'; did you mean 'verify'?")]
    [InlineData("summary", "'summary' needs SPEC")]
    [InlineData("weights verify resnet50", "'weights verify' needs FILE")]
    [InlineData("summary resnet50 --fromat json", "unknown option '--fromat'; did you mean '--format'?")]
    [InlineData("weights verify a b --ignore-hed", "unknown option '--ignore-hed'; did you mean '--ignore-head'?")]
    [InlineData("schema --outptu x", "unknown option '--outptu'; did you mean '--output'?")]
    [InlineData("summary resnet50 --format jsno", "'--format jsno' is none of table, json, md, csv; did you mean 'json'?")]
    [InlineData("summary resnet50 --format 1", "'--format 1' is none of table, json, md, csv")]
    [InlineData("summary resnet50 --format", "'--format' needs FORMAT")]
    [InlineData("summary resnet50 --batch 0", "'--batch' takes a number from 1 to 1000000.")]
    [InlineData("list a b", "'b' is one argument too many")]
    [InlineData("completion tcsh", "'tcsh' is none of bash, fish, pwsh, zsh")]
    [InlineData("init net --from resnet101e", "there is no '--from resnet101e'; did you mean 'resnet101'?")]
    [InlineData("weights convert a.pth b.pth --naming tim", "'--naming tim' is none of torchvision, timm, mmdet, mmpretrain; did you mean 'timm'?")]
    [InlineData("weights convert a.pth b.pth --dtype float8", "'--dtype float8' is none of float16, bfloat16, float32; did you mean 'float16'?")]
    [InlineData("weights convert my-net.safetensors b.npz", "the ending of 'b.npz' is none of .bin, .dat, .pt, .pth, .safetensors: '--to' says the format")]
    [InlineData("weights verify a b --prefix module.", "'--prefix module.' is not FROM=TO")]
    public void Wrong_line_tells_what_was_meant(string line, string message)
    {
        using var folder = new ExampleFolder();
        var before = Directory.GetFiles(folder.Path).Length;

        var result = Shell.Run(folder.Path, "resnetgen " + line);

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Equal("resnetgen: " + message, result.Error.Split('\n')[0]);
        Assert.Equal(before, Directory.GetFiles(folder.Path).Length);
    }

    [Theory]
    [InlineData("")]
    [InlineData("weights")]
    public void Without_a_verb_the_verbs_are_listed(string line)
    {
        using var folder = new TemporaryFolder();

        var result = Shell.Run(folder.Path, "resnetgen " + line);
        var help = Shell.Run(folder.Path, $"resnetgen {line} --help");

        Assert.Equal((2, "", help.Output), (result.ExitCode, result.Output, result.Error));
    }
}
