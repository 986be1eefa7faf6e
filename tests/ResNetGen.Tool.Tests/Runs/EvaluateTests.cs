using System.Text.Json;
using ResNetGen.Training.Reports;
using Xunit;

namespace ResNetGen.Tool.Tests.Runs;

public sealed class EvaluateTests
{
    private const string Data = " --data synthetic:32,40 --format json";

    [Fact]
    public void A_run_s_checkpoint_has_the_errors_that_the_run_measured()
    {
        using var folder = new ExampleFolder();
        Assert.Equal(0, Shell.Run(folder.Path, "resnetgen train ten-classes.resnet.yaml --data synthetic:32,40 --batch-size 16 --iterations 2 --out run").ExitCode);
        var best = RunFile.Read(Path.Combine(folder.Path, "run"))!.Best!;

        var result = Shell.Run(folder.Path, "resnetgen evaluate ten-classes.resnet.yaml run" + Data);

        Assert.True(result.ExitCode == 0, result.Error);
        var measured = Measured(result).Single();
        Assert.Equal(("run/checkpoints/best.pth", 40), (measured.GetProperty("checkpoint").GetString(), measured.GetProperty("images").GetInt32()));
        Assert.Equal(best.Top1Error, measured.GetProperty("top1Error").GetDouble(), 1e-9);
        Assert.Equal(best.Loss, measured.GetProperty("loss").GetDouble(), 1e-5);
    }

    [Fact]
    public void An_ensemble_of_one_network_twice_is_that_network()
    {
        using var folder = new ExampleFolder();

        var result = Shell.Run(folder.Path, "resnetgen evaluate ten-classes.resnet.yaml=a.safetensors ten-classes.resnet.yaml=a.safetensors" + Data);

        Assert.True(result.ExitCode == 0, result.Error);
        var measured = Measured(result);
        Assert.Equal(["ten_classes", "ten_classes", "together"], measured.Select(m => m.GetProperty("network").GetString()!).ToArray());
        Assert.All(measured, m => Assert.Equal(measured[0].GetProperty("top1Error").GetDouble(), m.GetProperty("top1Error").GetDouble()));
        Assert.Equal(measured[0].GetProperty("loss").GetDouble(), measured[2].GetProperty("loss").GetDouble(), 1e-6);
    }

    [Fact]
    public void Views_are_those_that_are_asked_for()
    {
        using var folder = new ExampleFolder();

        var ten = Shell.Run(folder.Path, "resnetgen evaluate ten-classes.resnet.yaml a.safetensors --data synthetic:32,20 --crops ten --resize 40 --crop 32");
        var whole = Shell.Run(folder.Path, "resnetgen evaluate ten-classes.resnet.yaml a.safetensors --data synthetic:32,20 --crops whole --scales 32,48 --part training");

        Assert.True(ten.ExitCode == 0, ten.Error);
        Assert.Contains("view      ten, shorter side 40, crop 32\n", ten.Output, StringComparison.Ordinal);
        Assert.Contains("pictures  20 of ", ten.Output, StringComparison.Ordinal);
        Assert.True(whole.ExitCode == 0, whole.Error);
        Assert.Contains("view      whole, shorter side 32, 48, no crop\n", whole.Output, StringComparison.Ordinal);
        Assert.Contains("pictures  32 of ", whole.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ten-classes.resnet.yaml", 2, "resnetgen: 'ten-classes.resnet.yaml' needs a checkpoint: SPEC CHECKPOINT, or SPEC=CHECKPOINT\n")]
    [InlineData("ten-classes.resnet.yaml=a.safetensors b.safetensors", 2, "resnetgen: 'b.safetensors' is not SPEC=CHECKPOINT\n")]
    [InlineData("ten-classes.resnet.yaml none.pth", 5, "resnetgen: there is no file 'none.pth'\n")]
    [InlineData("ten-classes.resnet.yaml a.safetensors --scales 1,x", 2, "resnetgen: '--scales 1,x' is not N,N,..., such as 224,256,384.\n")]
    [InlineData("ten-classes.resnet.yaml a.safetensors --part validation", 5, "resnetgen: the recipe synthetic holds no pictures back for validation\n")]
    [InlineData("my-net.resnet.yaml my-net.safetensors", 3, "resnetgen: my_net tells 4 classes, but ")]
    [InlineData("ten-classes.resnet.yaml my-net.safetensors", 4, "resnetgen: ")]
    public void What_is_wrong_is_said(string arguments, int code, string message)
    {
        using var folder = new ExampleFolder();

        var result = Shell.Run(folder.Path, "resnetgen evaluate " + arguments + " --data synthetic:8,8");

        Assert.Equal((code, ""), (result.ExitCode, result.Output));
        Assert.StartsWith(message, result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
    }

    private static List<JsonElement> Measured(ToolResult result) => [.. JsonDocument.Parse(result.Output).RootElement.EnumerateArray()];
}
