using System.Text;
using ResNetGen.Tool.Probing;
using ResNetGen.Tool.Specs;
using ResNetGen.Weights;
using Xunit;

namespace ResNetGen.Tool.Tests;

/// <summary>`resnetgen export onnx`.</summary>
public sealed class ExportOnnxTests : IDisposable
{
    private const string Network = "cifar_resnet20_A";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Without_weights_the_file_has_the_probes_and_says_so()
    {
        var file = Path.Combine(_folder.Path, "a.onnx");
        var result = Tool.Run("export", "onnx", Tool.Cifar(Network), "-o", file);
        Assert.Equal((0, "", ""), (result.ExitCode, result.Output, result.Error));

        var bytes = File.ReadAllBytes(file);
        Assert.True(Contains(bytes, "drawn from the tensors' names, as resnetgen probe does"));
        var numbers = ProbeNumbers.Weight("fc.bias", [10]);
        Assert.True(bytes.AsSpan().IndexOf(System.Runtime.InteropServices.MemoryMarshal.AsBytes(numbers.AsSpan())) > 0);
    }

    [Fact]
    public void Weights_of_a_file_are_written_and_the_file_is_named()
    {
        var spec = SpecLoader.LoadAll([Tool.Cifar(Network)], input: null)[0];
        var weights = Path.Combine(_folder.Path, "some.safetensors");
        CheckpointWriter.Write(weights, ProbeWeight.Of(spec));
        var (drawn, read) = (Path.Combine(_folder.Path, "drawn.onnx"), Path.Combine(_folder.Path, "read.onnx"));
        Assert.Equal(0, Tool.Run("export", "onnx", Tool.Cifar(Network), "--fold-bn", "--dynamic-batch", "-o", drawn).ExitCode);
        var result = Tool.Run("export", "onnx", Tool.Cifar(Network), "--fold-bn", "--dynamic-batch", "--weights", weights, "-o", read);
        Assert.Equal((0, ""), (result.ExitCode, result.Output));
        Assert.StartsWith($"resnetgen: {weights}: ", result.Error, StringComparison.Ordinal);

        // The numbers are the same; what the file says of their origin is not, and stands behind the graph.
        var (a, b) = (File.ReadAllBytes(drawn), File.ReadAllBytes(read));
        Assert.True(Contains(b, "some.safetensors"));
        Assert.True(a.AsSpan().CommonPrefixLength(b) > b.Length - 500);
    }

    [Fact]
    public void Weights_of_another_network_are_refused_with_exit_4_and_no_file()
    {
        var spec = SpecLoader.LoadAll([Tool.Cifar("cifar_resnet32_A")], input: null)[0];
        var weights = Path.Combine(_folder.Path, "other.safetensors");
        CheckpointWriter.Write(weights, ProbeWeight.Of(spec));
        var result = Tool.Run("export", "onnx", Tool.Cifar(Network), "--weights", weights, "-o", Path.Combine(_folder.Path, "a.onnx"));
        Assert.Equal((4, ""), (result.ExitCode, result.Output));
        Assert.StartsWith($"resnetgen: {weights}: the weights do not fit ", result.Error, StringComparison.Ordinal);
        Assert.Contains("unexpected layer1.3.conv1.weight", result.Error, StringComparison.Ordinal);
        Assert.Equal(["other.safetensors"], Directory.GetFiles(_folder.Path).Select(f => Path.GetFileName(f)), StringComparer.Ordinal);

        result = Tool.Run("export", "onnx", Tool.Cifar(Network), "--weights", weights, "--ignore-unexpected", "-o", Path.Combine(_folder.Path, "a.onnx"));
        Assert.Equal(0, result.ExitCode);
    }

    [Theory]
    [InlineData(2, "--output", "export", "onnx", "SPEC")]
    [InlineData(2, "13 to 17", "export", "onnx", "SPEC", "-o", "FILE", "--opset", "18")]
    [InlineData(2, "--fold", "export", "onnx", "SPEC", "-o", "FILE", "--fold")]
    [InlineData(3, "2.3 GiB", "export", "onnx", "HUGE", "-o", "FILE")]
    [InlineData(5, "no file", "export", "onnx", "nowhere.resnet.yaml", "-o", "FILE")]
    [InlineData(5, "no-folder", "export", "onnx", "SPEC", "-o", "no-folder/a.onnx")]
    [InlineData(5, "none.pth", "export", "onnx", "SPEC", "-o", "FILE", "--weights", "none.pth")]
    public void What_cannot_be_done_is_said_on_stderr(int exitCode, string says, params string[] arguments)
    {
        var huge = Path.Combine(_folder.Path, "huge.resnet.yaml");
        File.WriteAllText(huge, "input: [3, 8, 8]\nstages: [{ blocks: 1, width: 600 }]\nhead: { classes: 1000000 }\n");
        var file = Path.Combine(_folder.Path, "a.onnx");
        var result = Tool.Run([.. arguments.Select(a => a switch { "SPEC" => Tool.Cifar(Network), "HUGE" => huge, "FILE" => file, _ => a })]);
        Assert.Equal((exitCode, ""), (result.ExitCode, result.Output));
        Assert.Contains(says, result.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(file));
    }

    private static bool Contains(byte[] bytes, string text) => bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0;
}
