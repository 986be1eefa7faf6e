using System.Text;
using System.Text.Json;
using ResNetGen.Weights;
using Xunit;

namespace ResNetGen.Tool.Tests.Weights;

public sealed class VerifyTests
{
    [Theory]
    [InlineData("my-net.resnet.yaml my-net.safetensors", 0)]
    [InlineData("ten-classes.resnet.yaml my-net.safetensors", 4)]
    [InlineData("ten-classes.resnet.yaml my-net.safetensors --ignore-head", 0)]
    [InlineData("ten-classes.resnet.yaml my-net.safetensors --resize-head", 0)]
    [InlineData("my-net.resnet.yaml my-net.safetensors --prefix layer1.=-", 4)]
    [InlineData("resnet18 my-net.safetensors", 4)]
    [InlineData("my-net.resnet.yaml junk.pth", 4)]
    [InlineData("my-net.resnet.yaml missing.pth", 5)]
    [InlineData("bad.resnet.yaml my-net.safetensors", 3)]
    [InlineData("my-net.resnet.yaml", 2)]
    public void Exit_code_tells_what_became_of_it(string line, int code)
    {
        using var folder = new ExampleFolder();
        File.WriteAllText(Path.Combine(folder.Path, "junk.pth"), "not weights at all");
        File.WriteAllText(Path.Combine(folder.Path, "bad.resnet.yaml"), "stages: 7\n");

        var result = Shell.Run(folder.Path, "resnetgen weights verify " + line);

        Assert.Equal(code, result.ExitCode);
        Assert.Equal(code == 0, result.Error.Length == 0);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_lists_what_does_not_fit_with_the_nearest_name()
    {
        using var folder = new ExampleFolder();
        File.WriteAllText(Path.Combine(folder.Path, "odd.resnet.yaml"), "extends: my-net.resnet.yaml\nstages: [{ blocks: 1 }, {}]\n");

        var result = Shell.Run(folder.Path, "resnetgen weights verify odd.resnet.yaml my-net.safetensors --format json");

        Assert.Equal((4, "resnetgen: 'my-net.safetensors' does not fit odd: 10 unexpected\n"), (result.ExitCode, result.Error));
        using var json = JsonDocument.Parse(result.Output);
        Assert.Equal(
            ["network", "file", "fits", "loaded", "bytes", "missing", "unexpected", "mismatched", "notes"],
            json.RootElement.EnumerateObject().Select(p => p.Name).ToArray());
        Assert.False(json.RootElement.GetProperty("fits").GetBoolean());
        Assert.Equal("layer1.1.conv1.weight", json.RootElement.GetProperty("unexpected")[0].GetProperty("name").GetString());
    }

    private static byte[] Elements(ExampleFolder folder, string name)
    {
        using var checkpoint = Checkpoint.Open(Path.Combine(folder.Path, ExampleFolder.Weights));
        var bytes = new byte[checkpoint.Find(name)!.ByteLength];
        checkpoint.Find(name)!.Read(0, bytes);
        return bytes;
    }

    [Fact]
    public void Names_of_a_file_cannot_move_the_cursor()
    {
        using var folder = new ExampleFolder();
        const string Header = """{"a\u001b[2Jb\u202e":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""";
        byte[] file = [.. BitConverter.GetBytes((long)Header.Length), .. Encoding.UTF8.GetBytes(Header), 0, 0, 0, 0];
        File.WriteAllBytes(Path.Combine(folder.Path, "odd.safetensors"), file);

        foreach (var line in (string[])["inspect odd.safetensors", "verify my-net.resnet.yaml odd.safetensors", "inspect odd.safetensors --format csv"])
        {
            var result = Shell.Run(folder.Path, "resnetgen weights " + line);
            Assert.DoesNotContain('\e', result.Output + result.Error);
            Assert.DoesNotContain('\u202e', result.Output + result.Error);
        }
    }

    [Fact]
    public void A_damaged_file_is_refused_by_its_checksums()
    {
        using var folder = new ExampleFolder();
        Assert.Equal(0, Shell.Run(folder.Path, "resnetgen weights convert my-net.safetensors d.pth").ExitCode);
        var path = Path.Combine(folder.Path, "d.pth");
        var bytes = File.ReadAllBytes(path);
        // In the midst of the elements of the last convolution: zip archives have a checksum of each tensor.
        bytes[bytes.AsSpan().IndexOf(Elements(folder, "layer2.0.conv2.weight")) + 100] ^= 1;
        File.WriteAllBytes(path, bytes);

        var result = Shell.Run(folder.Path, "resnetgen weights verify my-net.resnet.yaml d.pth");

        Assert.Equal((4, ""), (result.ExitCode, result.Output));
        Assert.StartsWith("resnetgen: ", result.Error, StringComparison.Ordinal);
    }
}
