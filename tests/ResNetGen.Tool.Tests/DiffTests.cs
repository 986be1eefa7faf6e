using System.Text.Json;
using Xunit;

namespace ResNetGen.Tool.Tests;

/// <summary>`resnetgen diff`: what differs, and exit 1 where something does.</summary>
public sealed class DiffTests
{
    private const string Net = "name: Net\ninput: [3, 32, 32]\nstem: conv3x3\nstages: [{ blocks: 2, width: 16 }]\n";

    [Fact]
    public void Two_networks_are_compared_by_meaning()
    {
        var result = Tool.Run("diff", Tool.ImageNet("resnet50_v1"), Tool.ImageNet("resnet50"));
        Assert.Equal((1, ""), (result.ExitCode, result.Error));
        Assert.Equal(
            """
            resnet50_v1 → resnet50: the same parameters (25,557,032), MACs 3,857,973,248 → 4,089,184,256 (+5.99 %)

            Network
                                                old            new   change
              MACs                    3,857,973,248  4,089,184,256  +5.99 %
              activations                10,588,136     11,114,984  +4.98 %
              training memory, bytes     81,092,608     85,307,392  +5.20 %

            Parts
                      parameters                           MACs
              layer2   1,219,584    950,534,144 → 1,027,604,480
              layer3   7,098,368  1,387,266,048 → 1,464,336,384
              layer4  14,964,736      732,168,192 → 809,238,528

            Shapes
              c3  512x28x28, stride 8, receptive field 99     512x28x28, stride 8, receptive field 91
              c4  1024x14x14, stride 16, receptive field 291  1024x14x14, stride 16, receptive field 267
              c5  2048x7x7, stride 32, receptive field 483    2048x7x7, stride 32, receptive field 427

            Layers
              layer2.0, layer3.0, layer4.0  conv1: stride 2 → 1
                                            conv2: stride 1 → 2

            """,
            result.Output);
    }

    [Fact]
    public void The_same_network_written_otherwise_is_the_same()
    {
        using var folder = new TemporaryFolder();
        var other = folder.Write("net.resnet.yaml", "# other words\nstages:\n  - width: 16\n    blocks: 2\nshortcut: B\nstem: conv3x3\ninput: [3, 32, 32]\nname: Net\n");
        var result = Tool.Run("diff", folder.Write("a.resnet.yaml", Net), other);
        Assert.Equal((0, "Net: the same network\n", ""), (result.ExitCode, result.Output, result.Error));
    }

    [Fact]
    public void Markdown_is_for_reviews()
    {
        using var folder = new TemporaryFolder();
        var result = Tool.Run("diff", folder.Write("a.resnet.yaml", Net), folder.Write("b.resnet.yaml", Net + "norm: { eps: 1e-3 }\n"), "--format", "md");
        Assert.Equal(
            """
            **Net: the same parameters (11,488), the same MACs (9,895,552); the same keys, another function**

            ### Layers

            | where | what |
            | --- | --- |
            | every batch_norm (5) | eps 1E-05 → 0.001 |

            """.Replace("11,488", Parameters(folder)).Replace("9,895,552", Macs(folder)),
            result.Output);
    }

    [Fact]
    public void Json_has_everything_under_names_that_stay()
    {
        var result = Tool.Run("diff", Tool.ImageNet("resnet50c"), Tool.ImageNet("resnet50d"), "--format", "json");
        using var json = JsonDocument.Parse(result.Output);
        var root = json.RootElement;
        Assert.Equal("old new same otherFunction trainingOnly oldHash newHash numbers parts taps settings layers keys training", Names(root));
        Assert.Equal(
            "depth mainPathLayers parameters buffers stateDictEntries macs activations inferenceMemory trainingMemory", Names(root.GetProperty("numbers")));
        Assert.Equal(25576264, root.GetProperty("numbers").GetProperty("parameters").GetProperty("new").GetInt64());
        var renamed = root.GetProperty("keys")[0];
        Assert.Equal(("renamed", "layer1.0"), (renamed.GetProperty("fate").GetString(), renamed.GetProperty("place").GetString()));
        Assert.Equal("layer1.0.downsample.0.weight", renamed.GetProperty("old").GetProperty("key").GetString());
        Assert.Equal("layer1.0.downsample.1.weight", renamed.GetProperty("new").GetProperty("key").GetString());
        var layer = root.GetProperty("layers").EnumerateArray().First(l => l.GetProperty("place").GetString() == "layer2.0");
        Assert.Equal("place change oldName newName oldKind newKind facts sketch trainingOnly derived", Names(layer));
        Assert.Equal("added", layer.GetProperty("change").GetString());
    }

    [Fact]
    public void A_revision_comes_on_standard_input_and_lies_beside_the_other()
    {
        using var folder = new TemporaryFolder();
        folder.Write("base.resnet.yaml", Net);
        var now = folder.Write("net.resnet.yaml", "extends: base.resnet.yaml\nname: Net\nzero_init_residual: true\n");

        var old = Tool.RunWith("extends: base.resnet.yaml\nname: Net\n", "diff", "-", now);
        Assert.Equal((1, ""), (old.ExitCode, old.Error));
        Assert.EndsWith("; only training differs\n\nOnly in training\n  network  zero_init_residual false → true\n", old.Output, StringComparison.Ordinal);

        var back = Tool.RunWith("extends: base.resnet.yaml\nname: Net\n", "diff", now, "-");
        Assert.Contains("zero_init_residual true → false", back.Output, StringComparison.Ordinal);

        // It may extend the very file that it is compared with.
        Assert.Equal(0, Tool.RunWith("extends: net.resnet.yaml\nname: Net\n", "diff", "-", now).ExitCode);
    }

    [Fact]
    public void Standard_input_can_be_said_to_lie_elsewhere()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(folder.Path, "deep"));
        folder.Write("base.resnet.yaml", Net);
        var now = folder.Write("net.resnet.yaml", Net);
        const string text = "extends: ../base.resnet.yaml\nname: Net\n";
        Assert.Equal(3, Tool.RunWith(text, "diff", "-", now).ExitCode);
        Assert.Equal(0, Tool.RunWith(text, "diff", "-", now, "--stdin-path", Path.Combine(folder.Path, "deep", "net.resnet.yaml")).ExitCode);
    }

    [Fact]
    public void What_is_wrong_with_either_side_is_told_at_its_place()
    {
        using var folder = new TemporaryFolder();
        var bad = folder.Write("bad.resnet.yaml", "stages: [{ blocks: 0 }]\n");
        var result = Tool.RunWith("stages: [{ blok: 1 }]\n", "diff", "-", bad);
        Assert.Equal((3, ""), (result.ExitCode, result.Output));
        Assert.Contains(bad + "(1,20): error RNG0008: ", result.Error, StringComparison.Ordinal);
        Assert.Contains(Path.Combine(folder.Path, "<stdin>") + "(1,12): error RNG0005: ", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "-", "-")]
    [InlineData(2, "a.pth", "b.safetensors")]
    [InlineData(2, "one.resnet.yaml")]
    [InlineData(2, "a", "b", "--format", "csv")]
    [InlineData(2, "a", "b", "--fast")]
    [InlineData(5, "gone.resnet.yaml", "gone.resnet.yaml")]
    public void What_cannot_be_compared_is_refused(int exit, params string[] arguments)
    {
        var result = Tool.Run(["diff", .. arguments]);
        Assert.Equal((exit, ""), (result.ExitCode, result.Output));
        Assert.StartsWith("resnetgen: ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_written_to_a_file_where_asked()
    {
        using var folder = new TemporaryFolder();
        var (a, file) = (folder.Write("a.resnet.yaml", Net), Path.Combine(folder.Path, "out.md"));
        var result = Tool.Run("diff", a, a, "--format", "md", "-o", file);
        Assert.Equal((0, "", "**Net: the same network**\n"), (result.ExitCode, result.Output, File.ReadAllText(file)));
    }

    [Fact]
    public void A_file_of_weights_is_compared_by_keys_sizes_and_types()
    {
        using var folder = new TemporaryFolder();
        var spec = folder.Write("net.resnet.yaml", Net);
        var keys = Tool.Run("keys", spec).Output.TrimEnd('\n').Split('\n').Select(l => l.Split(':')).Select(p => (Key: p[0], Shape: p[1])).ToList();
        var whole = Weights(folder, "whole.safetensors", keys);
        var same = Tool.Run("diff", spec, whole);
        Assert.Equal((0, $"Net and whole.safetensors: the same {keys.Count} tensors\n", ""), (same.ExitCode, same.Output, same.Error));
        Assert.Equal(0, Tool.Run("diff", whole, spec).ExitCode);
        Assert.Equal(0, Tool.RunWith(Net, "diff", "-", whole).ExitCode);

        var other = Weights(folder, "other.safetensors", [.. keys.Select(k => (k.Key.Replace("layer1.0.bn1", "layer1.0.norm1"), k.Key == "fc.bias" ? "10" : k.Shape))]);
        var differs = Tool.Run("diff", spec, other);
        Assert.Equal(1, differs.ExitCode);
        Assert.StartsWith($"Net and other.safetensors: 5 missing, 5 unexpected, 1 of other sizes of {keys.Count} tensors\n", differs.Output, StringComparison.Ordinal);
        Assert.Matches("\n  layer1.0.bn1.weight +16 +layer1.0.norm1.weight\n", differs.Output);
        Assert.Matches("\n  fc.bias +1000 +10\n", differs.Output);

        using var json = JsonDocument.Parse(Tool.Run("diff", spec, other, "--format", "json").Output);
        Assert.Equal("network file same missing unexpected mismatched retyped", Names(json.RootElement));

        File.WriteAllBytes(whole, [1, 2, 3]);
        var refused = Tool.Run("diff", spec, whole);
        Assert.Equal((4, ""), (refused.ExitCode, refused.Output));
        Assert.StartsWith("resnetgen: " + whole, refused.Error, StringComparison.Ordinal);
    }

    // A header of JSON, and zeros.
    private static string Weights(TemporaryFolder folder, string name, IReadOnlyList<(string Key, string Shape)> tensors)
    {
        var (header, end) = (new Dictionary<string, object>(StringComparer.Ordinal), 0L);
        foreach (var (key, shape) in tensors)
        {
            long[] sizes = [.. shape.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(s => long.Parse(s, System.Globalization.CultureInfo.InvariantCulture))];
            var isCounter = key.EndsWith("num_batches_tracked", StringComparison.Ordinal);
            var start = end;
            end += sizes.Aggregate(isCounter ? 8L : 4L, (product, size) => product * size);
            header.Add(key, new Dictionary<string, object>(StringComparer.Ordinal) { ["dtype"] = isCounter ? "I64" : "F32", ["shape"] = sizes, ["data_offsets"] = new[] { start, end } });
        }

        var text = JsonSerializer.SerializeToUtf8Bytes(header);
        var path = Path.Combine(folder.Path, name);
        File.WriteAllBytes(path, [.. BitConverter.GetBytes((long)text.Length), .. text, .. new byte[end]]);
        return path;
    }

    private static string Names(JsonElement element) => string.Join(' ', element.EnumerateObject().Select(p => p.Name));

    private static string Parameters(TemporaryFolder folder) => Fact(folder, "parameters");

    private static string Macs(TemporaryFolder folder) => Fact(folder, "macs");

    private static string Fact(TemporaryFolder folder, string name)
    {
        using var json = JsonDocument.Parse(Tool.Run("summary", Path.Combine(folder.Path, "a.resnet.yaml"), "--format", "json").Output);
        return json.RootElement.GetProperty(name).GetInt64().ToString("N0", System.Globalization.CultureInfo.InvariantCulture);
    }
}
