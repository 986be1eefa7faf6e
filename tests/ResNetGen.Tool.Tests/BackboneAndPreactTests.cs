using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Xunit;

namespace ResNetGen.Tool.Tests;

/// <summary>The verbs on a network without a head, and on a pre-activated one with timm's keys.</summary>
public sealed class BackboneAndPreactTests
{
    private const string Backbone = "input: [3, 32, 32]\nstem: conv3x3\nhead: none\ntaps: [c2, c3]\nstages: [{ blocks: 1, width: 8 }, { blocks: 1, width: 16 }, { blocks: 1 }]\n";

    [Fact]
    public void Summary_of_a_backbone_has_its_taps_and_no_linear_layer()
    {
        using var folder = new TemporaryFolder();
        using var json = Json("summary", folder.Write("back.resnet.yaml", Backbone), "--format", "json");
        var root = json.RootElement;

        Assert.Equal(["c2 8x32x32", "c3 16x16x16"], root.GetProperty("taps").EnumerateArray().Select(Tap).ToArray());
        // The stem, and two convolutions in each of three blocks.
        Assert.Equal(7, root.GetProperty("depth").GetInt32());
        Assert.Equal(
            root.GetProperty("parameters").GetInt64(),
            root.GetProperty("layers").EnumerateArray().Sum(l => l.GetProperty("parameters").GetInt64()));
        Assert.DoesNotContain(root.GetProperty("layers").EnumerateArray(), l => l.GetProperty("kind").GetString() == "linear");
    }

    [Fact]
    public void Keys_of_a_backbone_end_with_the_last_stage()
    {
        using var folder = new TemporaryFolder();
        var keys = Tool.Run("keys", folder.Write("back.resnet.yaml", Backbone)).Output.TrimEnd('\n').Split('\n');

        Assert.Equal("layer3.0.downsample.1.num_batches_tracked:", keys[^1]);
        Assert.DoesNotContain(keys, k => k.StartsWith("fc.", StringComparison.Ordinal));
    }

    [Fact]
    public void Probe_of_a_backbone_ends_with_its_last_tap()
    {
        using var folder = new TemporaryFolder();
        using var json = Json("probe", folder.Write("back.resnet.yaml", Backbone));
        var rms = json.RootElement.GetProperty("rms");

        Assert.Equal(["c2", "c3", "out"], rms.EnumerateObject().Select(p => p.Name).ToArray());
        Assert.True(rms.GetProperty("c3").GetDouble() > 0);
        Assert.Equal(rms.GetProperty("c3").GetDouble(), rms.GetProperty("out").GetDouble());
    }

    [Fact]
    public void Summary_and_keys_of_a_preactivated_network_are_the_published_ones()
    {
        using var json = Json("summary", Tool.ImageNet("resnetv2_50"), "--format", "json");
        var root = json.RootElement;
        var keys = Tool.Run("keys", Tool.ImageNet("resnetv2_50")).Output.TrimEnd('\n').Split('\n');
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', keys.Order(StringComparer.Ordinal)))));

        Assert.Equal(Published("resnetv2_50", "params"), Text(root, "parameters"));
        Assert.Equal(Published("resnetv2_50", "macs"), Text(root, "macs"));
        Assert.Equal(Published("resnetv2_50", "conv_linear_out_elems"), Text(root, "activations"));
        Assert.Equal(Published("resnetv2_50", "state_dict_entries"), Text(root, "stateDictEntries"));
        Assert.Equal(Published("resnetv2_50", "c5"), Tap(root.GetProperty("taps")[4])["c5 ".Length..]);
        Assert.Equal("stem.conv.weight:64,3,7,7", keys[0]);
        Assert.Equal("head.fc.bias:1000", keys[^1]);
        Assert.Equal(Published("resnetv2_50", "key_sha256_16"), hash[..16]);
    }

    [Fact]
    public void Probe_of_a_preactivated_network_is_the_published_one()
    {
        using var json = Json("probe", Tool.ImageNet("resnetv2_18"));
        var rms = json.RootElement.GetProperty("rms");

        foreach (var part in (string[])["c1", "c2", "c3", "c4", "c5", "out"])
        {
            var expected = double.Parse(Published("resnetv2_18", "probe_rms_" + part), System.Globalization.CultureInfo.InvariantCulture);
            Assert.Equal(expected, rms.GetProperty(part).GetDouble(), expected * 1e-3);
        }
    }

    private static JsonDocument Json(params string[] arguments)
    {
        var result = Tool.Run(arguments);
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        return JsonDocument.Parse(result.Output);
    }

    private static string Text(JsonElement element, string property) => element.GetProperty(property).GetRawText();

    private static string Tap(JsonElement tap) =>
        $"{tap.GetProperty("name").GetString()} {Text(tap, "channels")}x{Text(tap, "height")}x{Text(tap, "width")}";

    private static string Published(string model, string column)
    {
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "truth", "models.csv"));
        var row = lines.Single(l => l.StartsWith(model + ",", StringComparison.Ordinal)).Split(',');
        return row[Array.IndexOf(lines[0].Split(','), column)];
    }
}
