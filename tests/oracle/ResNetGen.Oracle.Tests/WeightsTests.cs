using ResNetGen.Weights;
using Xunit;
using static TorchSharp.torch;

namespace ResNetGen.Oracle.Tests;

/// <summary>Files of weights from Python's torch, and to it.</summary>
public sealed class WeightsTests
{
    private static readonly string[] Names = [ResNet18.Architecture.Name, ResNet50.Architecture.Name];

    public static TheoryData<string, string> Files => new(
        from name in Names
        from ending in new[] { "pth", "protocol4.pth", "checkpoint.pth", "safetensors" }
        select (name, ending));

    public static TheoryData<string, string> Written => new(from name in Names from ending in new[] { "pth", "safetensors" } select (name, ending));

    [Theory, MemberData(nameof(Files))]
    public void A_file_of_PyTorch_gives_its_weights_and_logits_to_the_bit(string name, string ending)
    {
        using var network = Networks.Create(name);
        network.LoadWeights(OracleFolder.Path($"{name}.{ending}"));

        using var expected = TensorsFile.Read(OracleFolder.Path($"{name}.state"));
        var state = new Comparison($"{name}.{ending}, loaded, state dict");
        state.AddState(network.state_dict(), expected.Tensors);
        state.Conclude(exactly: true);

        using var values = TensorsFile.Read(OracleFolder.Path($"{name}.eval"));
        network.eval();
        using var noGrad = no_grad();
        using var logits = network.call(values["x64"]);
        var outputs = new Comparison($"{name}.{ending}, loaded, eval, 2x3x64x64, logits");
        outputs.Add("logits", logits, values["y64"]);
        outputs.Conclude(exactly: true);
    }

    [Theory]
    [InlineData("float16", ScalarType.Float16)]
    [InlineData("bfloat16", ScalarType.BFloat16)]
    public void Halves_are_widened_as_torch_widens_them(string ending, ScalarType type)
    {
        foreach (var name in Names)
        {
            using var network = Networks.Create(name);
            network.LoadWeights(OracleFolder.Path($"{name}.{ending}.pth"));
            using var state = TensorsFile.Read(OracleFolder.Path($"{name}.state"));
            var comparison = new Comparison($"{name}.{ending}.pth, loaded into float32, state dict");
            foreach (var (key, tensor) in network.state_dict())
                comparison.Add(key, tensor, tensor.is_floating_point() ? state[key].to(type).to(ScalarType.Float32) : state[key]);

            comparison.Conclude(exactly: true);
        }
    }

    [Fact]
    public void Views_and_shared_storages_are_read_as_torch_reads_them()
    {
        using var views = Checkpoint.Open(OracleFolder.Path("views.pth"));
        using var rows = Checkpoint.Open(OracleFolder.Path("views.safetensors"));
        Assert.Equal(rows.Tensors.Select(t => t.Name), views.Tensors.Select(t => t.Name), StringComparer.Ordinal);
        foreach (var expected in rows.Tensors)
        {
            var actual = views.Find(expected.Name)!;
            Assert.Equal((expected.Type, string.Join(',', expected.Shape)), (actual.Type, string.Join(',', actual.Shape)));
            Assert.Equal(Bytes(expected), Bytes(actual));
        }

        OracleFolder.Report($"views.pth, read here: {views.Tensors.Count} tensors, equal to the bit");
    }

    [Fact]
    public void What_is_not_a_state_dict_of_today_is_refused_with_advice()
    {
        using var network = new ResNet18();
        var legacy = Assert.Throws<CheckpointException>(() => network.LoadWeights(OracleFolder.Path("resnet18.legacy.pth")));
        Assert.Contains("torch.save(torch.load(", legacy.Message, StringComparison.Ordinal);
        var whole = Assert.Throws<CheckpointException>(() => network.LoadWeights(OracleFolder.Path("resnet18.whole.pth")));
        Assert.Contains("torchvision.models.resnet", whole.Message, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Written))]
    public void Python_reads_what_is_written_and_gives_the_same_logits(string name, string ending)
    {
        using var network = Networks.Load(name);
        var file = $"{name}.written.{ending}";
        network.SaveWeights(OracleFolder.NewPath(file));
        var finding = Python.Run("check_weights.py", OracleFolder.Root, file, name);
        OracleFolder.Report($"{file}, read by Python's torch, state dict and logits: {finding}");
        Assert.Equal("equal to the bit", finding);
    }

    [Theory]
    [InlineData("pth")]
    [InlineData("safetensors")]
    public void Python_reads_every_type_that_is_written(string ending)
    {
        using var views = Checkpoint.Open(OracleFolder.Path("views.pth"));
        var file = $"views.written.{ending}";
        CheckpointWriter.Write(OracleFolder.NewPath(file), views.Tensors);
        Assert.Equal("equal to the bit", Python.Run("check_weights.py", OracleFolder.Root, file, "views"));
    }

    private static byte[] Bytes(CheckpointTensor tensor)
    {
        var bytes = new byte[tensor.ByteLength];
        tensor.Read(0, bytes);
        return bytes;
    }
}
