using System.Text.Json;
using Xunit;

namespace ResNetGen.Tool.Tests;

public sealed class BadInputTests
{
    private const string Good = "stages: [{ blocks: 1, width: 8 }]\n";

    [Theory]
    [InlineData("", "(1,1): error RNG0002: ")]
    [InlineData("stages: [", "(1,10): error RNG0001: ")]
    [InlineData("just a text", "(1,1): error RNG0007: ")]
    [InlineData("stagse: []\n" + Good, "(1,1): error RNG0005: unknown key 'stagse' in the spec; did you mean 'stages'?")]
    [InlineData("stages: [{ blocks: three }]", "(1,20): error RNG0007: expected an integer from 1 to 10000, found 'three'")]
    [InlineData("stages: [{ blocks: 0 }]", "(1,20): error RNG0008: ")]
    [InlineData("stages: [{ blocks: -2 }]", "(1,20): error RNG0008: ")]
    [InlineData("stages: [{ blocks: 1000000000 }]", "(1,20): error RNG0008: ")]
    [InlineData("block: botleneck\n" + Good, "(1,8): error RNG0009: unknown word 'botleneck': expected 'basic', 'bottleneck', 'preact_basic' or 'preact_bottleneck'; did you mean 'bottleneck'?")]
    [InlineData("name: two words\n" + Good, "(1,7): error RNG0011: ")]
    [InlineData("extends: nowhere.resnet.yaml\n", "(1,10): error RNG0012: ")]
    [InlineData("extends: bad.resnet.yaml\n", "(1,10): error RNG0013: ")]
    [InlineData("block: bottleneck\ngroups: 32\nstages: [{ blocks: 1, width: 48 }]", "(3,30): error RNG1001: ")]
    [InlineData("input: [3, 8, 8]\nstages: [{ blocks: 1 }, { blocks: 1 }, { blocks: 1 }, { blocks: 1 }]", "(1,8): error RNG1002: ")]
    [InlineData("groups: 2\n" + Good, "(1,9): error RNG1005: ")]
    public void One_finding_at_the_place(string text, string finding)
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("bad.resnet.yaml", text);

        var check = Tool.Run("check", path);
        var summary = Tool.Run("summary", path, "--format", "json");

        Assert.Equal((3, ""), (check.ExitCode, check.Error));
        var line = Assert.Single(check.Output.TrimEnd('\n').Split('\n'));
        Assert.StartsWith(path + finding, line, StringComparison.Ordinal);
        Assert.Equal((3, "", line), (summary.ExitCode, summary.Output, summary.Error.TrimEnd('\n')));
    }

    [Fact]
    public void Warning_is_a_finding_but_no_error()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("odd.resnet.yaml", "block: bottleneck\ngroups: 32\nwidth_per_group: 4\nstages: [{ blocks: 1, width: 100 }]\n");

        var result = Tool.Run("check", path, "--format", "json");

        Assert.Equal(1, result.ExitCode);
        using var json = JsonDocument.Parse(result.Output);
        var finding = Assert.Single(json.RootElement.EnumerateArray().ToArray());
        Assert.Equal(("RNG1008", "warning", 4), (finding.GetProperty("id").GetString(), finding.GetProperty("severity").GetString(), finding.GetProperty("line").GetInt32()));
    }

    [Fact]
    public void Good_specs_have_no_findings()
    {
        var result = Tool.Run(["check", .. Directory.GetFiles(Tool.Specs, "*.resnet.yaml", SearchOption.AllDirectories)]);

        Assert.Equal((0, "", ""), (result.ExitCode, result.Output, result.Error));
    }

    [Fact]
    public void Missing_file_exits_with_5()
    {
        var result = Tool.Run("summary", Path.Combine(Tool.Specs, "imagenet", "resnet5.resnet.yaml"));

        Assert.Equal((5, ""), (result.ExitCode, result.Output));
        Assert.Contains("resnet50.resnet.yaml", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sumary")]
    [InlineData("summary")]
    [InlineData("summary", "x.resnet.yaml", "--format", "xml")]
    [InlineData("summary", "x.resnet.yaml", "--no-such-option")]
    public void Wrong_usage_exits_with_2(params string[] arguments)
    {
        var result = Tool.Run(arguments);

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.StartsWith("resnetgen: ", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("224")]
    [InlineData("3x0x224")]
    [InlineData("3x224x224x2")]
    [InlineData("3,224,224")]
    public void Wrong_input_option_exits_with_2(string input)
    {
        var result = Tool.Run("summary", Tool.ImageNet("resnet18"), "--input", input);

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
    }

    [Fact]
    public void Input_too_small_for_the_strides_is_a_bad_spec()
    {
        var result = Tool.Run("summary", Tool.ImageNet("resnet18"), "--input", "3x16x16");

        Assert.Equal(3, result.ExitCode);
        Assert.Contains("the smallest square input is 17x17", result.Error, StringComparison.Ordinal);
    }
}
