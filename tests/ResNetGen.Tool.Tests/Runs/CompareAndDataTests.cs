using System.Text.Json;
using ResNetGen.Training.Data;
using Xunit;

namespace ResNetGen.Tool.Tests.Runs;

public sealed class CompareAndDataTests
{
    [Fact]
    public void A_run_that_was_ended_by_force_is_told_by_its_own_files()
    {
        using var folder = new ExampleFolder();
        var file = Path.Combine(folder.Path, "runs", "plain", "run.json");
        File.WriteAllText(file, File.ReadAllText(file).Replace("completed", "running", StringComparison.Ordinal).Replace("\"steps\": 2", "\"steps\": 9", StringComparison.Ordinal)
            .Replace("\"step\": 2,\n", "\"step\": 0,\n", StringComparison.Ordinal));

        var result = Shell.Run(folder.Path, "resnetgen compare runs/plain --format json");

        Assert.True(result.ExitCode == 0, result.Error);
        using var json = JsonDocument.Parse(result.Output);
        Assert.Equal(("running", 2, 9, 0.5), (
            json.RootElement.GetProperty("state").GetString(),
            json.RootElement.GetProperty("step").GetInt32(),
            json.RootElement.GetProperty("steps").GetInt32(),
            json.RootElement.GetProperty("bestError").GetDouble()));
    }

    [Theory]
    [InlineData("nowhere")]
    [InlineData("./runs")]
    public void A_folder_without_a_run_is_named(string place)
    {
        using var folder = new ExampleFolder();

        var result = Shell.Run(folder.Path, "resnetgen compare " + place);

        Assert.Equal((5, ""), (result.ExitCode, result.Output));
        Assert.Matches($"^resnetgen: [^\n]*{place}[^\n]*\n$", result.Error);
    }

    [Fact]
    public void A_sheet_shows_the_first_pictures_of_each_class()
    {
        using var folder = new TemporaryFolder();
        Cifar.Write(Path.Combine(folder.Path, "cifar"), training: 30, test: 10);

        var result = Shell.Run(folder.Path, "resnetgen data cifar --sheet sheet.png");

        Assert.True(result.ExitCode == 0, result.Error);
        var sheet = PngCodec.Decode(File.ReadAllBytes(Path.Combine(folder.Path, "sheet.png")));
        Assert.Equal((684, 684), (sheet.Width, sheet.Height));
        // Three pictures of each class, whose grey levels rise from row to row; white around and behind them.
        Assert.Equal([255, 10, 10, 255], new[] { 0, 4, 4 + (2 * 68) + 63, 4 + (3 * 68) }.Select(x => (int)sheet.Pixels[3 * ((4 * 684) + x)]).ToArray());
        Assert.Equal(190, sheet.Pixels[3 * (((4 + (9 * 68)) * 684) + 4)]);
    }

    [Fact]
    public void Data_lists_pictures_that_cannot_be_read()
    {
        using var folder = new TemporaryFolder();
        var cats = Directory.CreateDirectory(Path.Combine(folder.Path, "pets", "train", "cats")).FullName;
        // A grey pixel as PNG, and one whose last bytes are missing.
        var png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==");
        File.WriteAllBytes(Path.Combine(cats, "whole.png"), png);
        File.WriteAllBytes(Path.Combine(cats, "torn.png"), png[..40]);

        var result = Shell.Run(folder.Path, "resnetgen data pets --format json");

        Assert.True(result.ExitCode == 1, result.Error);
        using var json = JsonDocument.Parse(result.Output);
        var torn = Assert.Single(json.RootElement[0].GetProperty("unreadable").EnumerateArray());
        Assert.EndsWith("cats/torn.png", torn.GetProperty("path").GetString(), StringComparison.Ordinal);
        Assert.NotEmpty(torn.GetProperty("reason").GetString()!);
        Assert.Equal(2, json.RootElement[0].GetProperty("images").GetInt32());
        Assert.All(json.RootElement[0].GetProperty("mean").EnumerateArray(), m => Assert.Equal(128 / 255.0, m.GetDouble(), 1e-12));
    }

    [Fact]
    public void Data_tells_classes_sizes_and_colours()
    {
        using var folder = new TemporaryFolder();
        Cifar.Write(Path.Combine(folder.Path, "cifar"), training: 30, test: 12);

        var result = Shell.Run(folder.Path, "resnetgen data cifar --format json");

        Assert.True(result.ExitCode == 0, result.Error);
        using var json = JsonDocument.Parse(result.Output);
        var training = json.RootElement[0];
        Assert.Equal(("training", 30), (training.GetProperty("part").GetString(), training.GetProperty("images").GetInt32()));
        Assert.Equal(Enumerable.Repeat(3, 10), training.GetProperty("classes").EnumerateArray().Select(c => c.GetProperty("images").GetInt32()));
        // Grey levels 10, 30, ..., 190, three pictures of each.
        Assert.All(training.GetProperty("mean").EnumerateArray(), m => Assert.Equal(100 / 255.0, m.GetDouble(), 1e-12));
        Assert.All(training.GetProperty("deviation").EnumerateArray(), d => Assert.Equal(Math.Sqrt(3300) / 255, d.GetDouble(), 1e-12));
        Assert.Equal([2, 2, 1], json.RootElement[1].GetProperty("classes").EnumerateArray().Select(c => c.GetProperty("images").GetInt32()).Where((_, i) => i is 0 or 1 or 9));
        Assert.Equal((32, 32), (training.GetProperty("sizes").GetProperty("minWidth").GetInt32(), training.GetProperty("sizes").GetProperty("maxHeight").GetInt32()));
    }
}
