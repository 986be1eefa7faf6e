using ResNetGen.Tool.CommandLine;
using Xunit;

namespace ResNetGen.Tool.Tests;

public sealed class CompletionTests
{
    [Theory]
    [InlineData("sum", "summary")]
    [InlineData("weights ", "convert inspect verify")]
    [InlineData("weights v", "verify")]
    [InlineData("summary resnet50 --for", "--format")]
    [InlineData("summary --format ", "csv json md table")]
    [InlineData("summary resnet50 --format t", "table")]
    [InlineData("weights convert a b --naming ", "mmdet mmpretrain timm torchvision")]
    [InlineData("keys resnet101", "resnet101 resnet101_faster_rcnn resnet101_rswd_FFT resnet101_rswd_FTT resnet101_v1 resnet101c resnet101d")]
    [InlineData("init net --from pre", "preact")]
    [InlineData("completion ", "bash fish pwsh zsh")]
    [InlineData("keys my", "my-net.resnet.yaml")]
    [InlineData("keys ./m", "./my-net.resnet.yaml")]
    [InlineData("keys sub/", "sub/deep.resnet.yaml")]
    [InlineData("frobnicate ", "")]
    public void Bash_completes_the_word_at_the_cursor(string typed, string expected)
    {
        using var folder = new ExampleFolder();
        Directory.CreateDirectory(Path.Combine(folder.Path, "sub"));
        File.WriteAllText(Path.Combine(folder.Path, "sub", "deep.resnet.yaml"), "");

        Assert.Equal(expected, Complete(folder.Path, typed));
    }

    [Fact]
    public void Bash_runs_nothing_that_stands_in_a_file_s_name()
    {
        using var folder = new TemporaryFolder();
        folder.Write("n $(touch ran) `touch ran`.resnet.yaml", "");

        Assert.Equal("n\\ \\$\\(touch\\ ran\\)\\ \\`touch\\ ran\\`.resnet.yaml", Complete(folder.Path, "keys n"));
        Assert.False(File.Exists(Path.Combine(folder.Path, "ran")));
    }

    [Fact]
    public void Bash_completes_in_the_midst_of_a_line()
    {
        using var folder = new TemporaryFolder();

        Assert.Equal("summary", Complete(folder.Path, "sum", " resnet50 --format json"));
    }

    [Fact]
    public void Every_verb_and_option_can_be_completed()
    {
        var root = new Root();
        foreach (var verb in VerbPath.Leaves(root))
        {
            var path = VerbPath.Of(verb);
            Assert.Contains(verb.Name, Suggest.Of(root, path), StringComparer.Ordinal);
            foreach (var option in verb.Options)
                Assert.Contains(option.Name, Suggest.Of(root, $"{path} {option.Name[..3]}"), StringComparer.Ordinal);
        }
    }

    // As bash does it: the function that `complete` names is called with the words of the line.
    private static string Complete(string folder, string typed, string rest = "")
    {
        var line = "resnetgen " + typed;
        var words = line.Split(' ');
        var result = Shell.Run(
            folder,
            "eval \"$(resnetgen completion bash)\"; "
            + $"COMP_LINE={Shell.Quoted(line + rest)} COMP_POINT={line.Length} COMP_CWORD={words.Length - 1}; "
            + $"COMP_WORDS=({string.Join(' ', (line + rest).Split(' ').Select(Shell.Quoted))}); "
            + "f=$(complete -p resnetgen); f=${f##*-F }; ${f%% *} resnetgen 2>/dev/null; printf '%s\\n' \"${COMPREPLY[@]}\"");
        Assert.Equal(0, result.ExitCode);
        return string.Join(' ', result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}
