using ResNetGen.Architecture.Comparison;
using ResNetGen.Export.Onnx.Weights;
using ResNetGen.Weights;

namespace ResNetGen.Export.Tests.Onnx;

/// <summary>What lies in a file, and what becomes of a file.</summary>
public class FileTests
{
    [Fact]
    public void Metadata_say_which_network_it_is()
    {
        var spec = TestExport.Compile(TestExport.Small);
        var model = TestExport.Export(spec, new OnnxOptions { WeightsSource = "small.pth", FoldBatchNorm = true });
        Assert.Equal("ResNetGen", model.ProducerName);
        Assert.Equal(Architecture.ResNetGenVersion.Text, model.ProducerVersion);
        Assert.Equal("Small", model.Graph.Name);
        Assert.Equal(
            $"resnetgen.name=Small; resnetgen.hash={NetworkHash.Of(spec)}; resnetgen.input=3x16x16; resnetgen.weights=small.pth; resnetgen.fold_batch_norm=true",
            string.Join("; ", model.MetadataProps.Select(p => $"{p.Key}={p.Value}")));
    }

    [Theory]
    [InlineData(13, 7)]
    [InlineData(14, 7)]
    [InlineData(15, 8)]
    [InlineData(16, 8)]
    [InlineData(17, 8)]
    public void Form_of_the_file_is_one_that_readers_of_the_operator_set_know(int opset, int expected)
    {
        var model = TestExport.Export(TestExport.Compile(TestExport.Small), new OnnxOptions { Opset = opset });
        Assert.Equal((expected, opset, ""), (model.IrVersion, model.OpsetImport.Single().Version, model.OpsetImport.Single().Domain));
    }

    [Theory]
    [InlineData(ElementType.Float16)]
    [InlineData(ElementType.BFloat16)]
    [InlineData(ElementType.Float32)]
    [InlineData(ElementType.Float64)]
    public void Numbers_are_those_of_the_checkpoint_as_float32(ElementType type)
    {
        var spec = TestExport.Compile(TestExport.Small);
        var model = TestExport.Export(spec, weights: TestWeights.Of(spec, type));
        foreach (var entry in spec.Analysis.State.Where(e => e.Shape.Count > 0))
            Assert.Equal(Enumerable.Range(0, (int)entry.Elements).Select(i => TestWeights.Value(entry.Key, i)), TestExport.Numbers(model, entry.Key));
    }

    [Fact]
    public void Same_network_gives_the_same_bytes()
    {
        var options = new OnnxOptions { FoldBatchNorm = true, DynamicBatch = true, Taps = true };
        var spec = TestExport.Compile(TestExport.Small);
        Assert.Equal(TestExport.Bytes(spec, options), TestExport.Bytes(TestExport.Compile(TestExport.Small), options, [.. TestWeights.Of(spec).AsEnumerable().Reverse()]));
    }

    [Fact]
    public void A_live_network_gives_the_file_of_its_state()
    {
        using var network = new SmallNetwork();
        using var folder = new TestFolder();
        OnnxExport.Write(network, SmallNetwork.Architecture.Spec, folder.Path("live.onnx"), new OnnxOptions { Taps = true });

        var spec = TestExport.Compile(TestExport.Small);
        var bytes = TestExport.Bytes(spec, new OnnxOptions { Taps = true }, ModuleState.Tensors(network));
        Assert.Equal(bytes, File.ReadAllBytes(folder.Path("live.onnx")));
        using var weight = network.Conv1.weight!.detach();
        Assert.Equal(weight.data<float>().ToArray(), TestExport.Numbers(Export.Onnx.Schema.ModelProto.Parser.ParseFrom(bytes), "conv1.weight"));
    }

    [Fact]
    public void Tensors_go_through_in_parts()
    {
        var spec = TestExport.Compile("name: Big\ninput: [3, 8, 8]\nstages: [{ blocks: 1, width: 1024 }]\nstem: { preset: conv3x3 }");
        var weights = TestWeights.Of(spec, ElementType.Float64);
        using var folder = new TestFolder();
        foreach (var fold in new[] { false, true })
        {
            // Once before: what is compiled and cached on the way is not what is measured.
            OnnxExport.Write(TestExport.Compile(TestExport.Small), TestWeights.Of(TestExport.Compile(TestExport.Small)), folder.Path("small.onnx"), new OnnxOptions { FoldBatchNorm = fold });
            var before = GC.GetAllocatedBytesForCurrentThread();
            OnnxExport.Write(spec, weights, folder.Path("big.onnx"), new OnnxOptions { FoldBatchNorm = fold });
            var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.True(new FileInfo(folder.Path("big.onnx")).Length > 40_000_000);
            Assert.InRange(allocated, 1, 16 * FloatElements.Chunk * sizeof(double));
        }
    }

    [Fact]
    public void What_fails_half_way_leaves_the_old_file_and_no_other()
    {
        var spec = TestExport.Compile(TestExport.Small);
        var weights = TestWeights.Of(spec);
        var last = weights.FindIndex(t => t.Name == "fc.bias");
        weights[last] = new TestWeights.Drawn("fc.bias", ElementType.Float32, [5]) { Failure = new CheckpointException("the file ends here") };
        using var folder = new TestFolder();
        File.WriteAllText(folder.Path("network.onnx"), "old");

        var e = Assert.Throws<CheckpointException>(() => OnnxExport.Write(spec, weights, folder.Path("network.onnx")));
        Assert.Equal("the file ends here", e.Message);
        Assert.Equal("network.onnx", Assert.Single(folder.Files()));
        Assert.Equal("old", File.ReadAllText(folder.Path("network.onnx")));
    }
}
