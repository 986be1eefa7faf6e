using System.Globalization;
using System.Text.Json;
using Xunit;

namespace ResNetGen.Tool.Tests;

public sealed class SummaryTests
{
    [Fact]
    public void Json_has_the_fixed_fields()
    {
        var result = Tool.Run("summary", Tool.ImageNet("resnet50"), "--format", "json");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        using var json = JsonDocument.Parse(result.Output);
        var root = json.RootElement;
        Assert.Equal(
            ["name", "input", "depth", "mainPathLayers", "parameters", "buffers", "macs", "activations", "taps", "stateDictEntries", "blocks", "memory", "layers"],
            root.EnumerateObject().Select(p => p.Name).ToArray());
        Assert.Equal("resnet50", root.GetProperty("name").GetString());
        Assert.Equal([3, 224, 224], root.GetProperty("input").EnumerateArray().Select(e => e.GetInt32()).ToArray());
        Assert.Equal(50, root.GetProperty("depth").GetInt32());
        Assert.Equal(25557032, root.GetProperty("parameters").GetInt64());
        Assert.Equal(159, root.GetProperty("buffers").GetInt32());
        Assert.Equal(4089184256, root.GetProperty("macs").GetInt64());
        Assert.Equal(11114984, root.GetProperty("activations").GetInt64());
        Assert.Equal(320, root.GetProperty("stateDictEntries").GetInt32());
        var last = root.GetProperty("taps")[4];
        Assert.Equal(["name", "channels", "height", "width", "stride", "receptiveField"], last.EnumerateObject().Select(p => p.Name).ToArray());
        Assert.Equal(("c5", 2048, 7, 32), (last.GetProperty("name").GetString(), last.GetProperty("channels").GetInt32(), last.GetProperty("height").GetInt32(), last.GetProperty("stride").GetInt32()));
        Assert.Equal(4089184256, root.GetProperty("layers").EnumerateArray().Sum(l => l.GetProperty("macs").GetInt64()));
    }

    [Fact]
    public void Blocks_and_memory_add_up()
    {
        var result = Tool.Run("summary", Tool.Cifar("cifar_resnet20_B"), "--batch", "8", "--format", "json");

        using var json = JsonDocument.Parse(result.Output);
        var blocks = json.RootElement.GetProperty("blocks").EnumerateArray().ToArray();
        // The stem's convolution and norm, and the linear layer, are no blocks'.
        var rest = 432 + 32 + 650;
        Assert.Equal(9, blocks.Sum(b => b.GetProperty("count").GetInt32()));
        Assert.Equal(
            json.RootElement.GetProperty("parameters").GetInt64() - rest,
            blocks.Sum(b => b.GetProperty("count").GetInt64() * b.GetProperty("parameters").GetInt64()));
        var memory = json.RootElement.GetProperty("memory");
        Assert.Equal(8, memory.GetProperty("batch").GetInt32());
        Assert.True(memory.GetProperty("training").GetInt64() > memory.GetProperty("inference").GetInt64());
    }

    [Fact]
    public void Several_specs_give_an_array_in_the_order_asked()
    {
        var result = Tool.Run("summary", Tool.ImageNet("resnet34"), Tool.Cifar("cifar_resnet20_B"), Tool.ImageNet("resnet18"), "--format", "json");

        using var json = JsonDocument.Parse(result.Output);
        Assert.Equal(["resnet34", "cifar_resnet20_B", "resnet18"], json.RootElement.EnumerateArray().Select(e => e.GetProperty("name").GetString()!).ToArray());
    }

    [Fact]
    public void Input_replaces_the_spec_s()
    {
        var result = Tool.Run("summary", Tool.ImageNet("resnet50"), "--input", "3x448x448", "--format", "json");

        using var json = JsonDocument.Parse(result.Output);
        Assert.Equal((4 * (4089184256L - 2048000)) + 2048000, json.RootElement.GetProperty("macs").GetInt64());
    }

    [Theory]
    [InlineData("table", "  MACs         40,813,184 (40.8 M multiply-adds for a picture)")]
    [InlineData("md", "| layer1.[0-2].conv2 | 3 | conv | 3 | 1 | 1 | 1 | 16x32x32 | 2,304 | 2,359,296 |")]
    [InlineData("csv", "conv1,conv,3,1,1,1,16x32x32,432,442368")]
    public void Other_formats_have_the_same_numbers(string format, string line)
    {
        var result = Tool.Run([("LC_ALL", "fr_FR.UTF-8"), ("LANG", "fr_FR.UTF-8")], "summary", Tool.Cifar("cifar_resnet20_B"), "--format", format);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains(line, result.Output.Split('\n').ToList(), StringComparer.Ordinal);
        Assert.DoesNotContain('\r', result.Output);
    }

    [Theory]
    [InlineData("cifar_resnet1202_B", 40)]
    [InlineData("cifar_preact_resnet1001", 70)]
    public void A_long_network_is_short_in_a_table_and_adds_up(string name, int most)
    {
        var folded = Tool.Run("summary", name, "--format", "md").Output.Split('\n').SkipWhile(l => l != "layers:").Skip(4).Where(l => l.Length > 0).Select(l => l.Split('|')).ToList();
        var whole = Tool.Run("summary", name, "--format", "csv").Output.TrimEnd('\n').Split('\n').Skip(1).Select(l => l.Split(',')).ToList();
        var all = Tool.Run("summary", name, "--format", "md", "--all").Output.Split('\n').SkipWhile(l => l != "layers:").Skip(4).Count(l => l.Length > 0);

        Assert.InRange(folded.Count, 10, most);
        Assert.Equal(whole.Count, all);
        Assert.Equal(whole.Sum(r => long.Parse(r[^1], CultureInfo.InvariantCulture)), folded.Sum(r => Times(r) * Number(r[^2])));
        Assert.Equal(whole.Sum(r => long.Parse(r[^2], CultureInfo.InvariantCulture)), folded.Sum(r => Times(r) * Number(r[^3])));

        static long Number(string cell) => long.Parse(cell, NumberStyles.AllowThousands | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture);
        static long Times(string[] row) => string.IsNullOrWhiteSpace(row[2]) ? 1 : Number(row[2]);
    }

    [Fact]
    public void Output_goes_to_a_file_whole()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "summary.csv");

        var result = Tool.Run("summary", Tool.Cifar("cifar_resnet20_B"), "--format", "csv", "-o", path);

        Assert.Equal((0, "", ""), (result.ExitCode, result.Output, result.Error));
        Assert.StartsWith("layer,kind,kernel,", File.ReadAllText(path), StringComparison.Ordinal);
        Assert.Equal([path], Directory.GetFiles(folder.Path));
    }
}
