using ResNetGen.Weights;

namespace ResNetGen.Export.Tests.Onnx;

/// <summary>What is not exported, and what is said of it.</summary>
public class RefusalTests
{
    [Fact]
    public void Weights_that_do_not_fit_are_listed_at_once()
    {
        var spec = TestExport.Compile(TestExport.Small);
        var weights = TestWeights.Of(spec);
        weights.RemoveAll(t => t.Name is "fc.bias" or "bn1.running_mean");
        Replace(weights, "conv1.weight", new TestWeights.Drawn("conv1.weight", ElementType.Float32, [4, 1, 3, 3]));
        Replace(weights, "fc.weight", new TestWeights.Drawn("fc.weight", ElementType.Int64, [5, 8]));
        weights.Add(new TestWeights.Drawn("conv1.bias", ElementType.Float32, [4]));
        weights.Add(new TestWeights.Drawn("conv1.bias", ElementType.Float32, [4]));

        using var folder = new TestFolder();
        var e = Assert.Throws<CheckpointException>(() => OnnxExport.Write(spec, weights, folder.Path("refused.onnx")));
        Assert.Empty(folder.Files());
        Assert.StartsWith("the weights do not fit Small: ", e.Message, StringComparison.Ordinal);
        Assert.Equal("bn1.running_mean fc.bias", Names(e.Report!.Missing));
        Assert.Equal("conv1.weight fc.weight", Names(e.Report.Mismatched));
        Assert.Contains("conv1.bias", Names(e.Report.Unexpected), StringComparison.Ordinal);
        Assert.All(e.Report.Missing.Concat(e.Report.Mismatched), p => Assert.Contains(p.Name, e.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Weights_that_the_network_has_not_are_left_out_only_when_asked(bool strict)
    {
        var spec = TestExport.Compile(TestExport.Small.Replace("head: { classes: 5 }", "head: none", StringComparison.Ordinal));
        var weights = TestWeights.Of(TestExport.Compile(TestExport.Small));
        if (strict)
        {
            using var folder = new TestFolder();
            var e = Assert.Throws<CheckpointException>(() => OnnxExport.Write(spec, weights, folder.Path("refused.onnx")));
            Assert.Equal("fc.weight fc.bias", Names(e.Report!.Unexpected));
            return;
        }

        Assert.Equal(TestExport.Bytes(spec), TestExport.Bytes(spec, new OnnxOptions { Strict = false }, weights));
    }

    [Fact]
    public void What_is_missing_is_refused_however_loose()
    {
        var weights = TestWeights.Of(TestExport.Compile(TestExport.Small)).Where(t => t.Name != "fc.bias");
        Assert.Contains("missing fc.bias", Refused<CheckpointException>(TestExport.Small, [.. weights], new OnnxOptions { Strict = false }), StringComparison.Ordinal);
    }

    [Fact]
    public void Counts_of_batches_may_be_missing()
    {
        var spec = TestExport.Compile(TestExport.Small);
        Assert.Equal(TestExport.Bytes(spec), TestExport.Bytes(spec, weights: [.. TestWeights.Of(spec).Where(t => t.Shape.Count > 0)]));
    }

    [Fact]
    public void More_than_two_gibibytes_are_refused_before_anything_is_read_or_written()
    {
        const string spec = "name: Huge\ninput: [3, 8, 8]\nstages: [{ blocks: 1, width: 600 }]\nhead: { classes: 1000000 }";
        var weights = TestWeights.Of(TestExport.Compile(spec));
        Assert.Equal("Huge as an ONNX file would have 2.3 GiB; the format holds less than 2.", Refused<NotSupportedException>(spec, weights));
        Assert.All(weights.Cast<TestWeights.Drawn>(), t => Assert.Equal(0, t.ReadCount));
    }

    [Theory]
    [InlineData(12)]
    [InlineData(18)]
    public void Other_operator_sets_are_refused(int opset) => Assert.StartsWith(
        $"There is no operator set {opset} here, but 13 to 17.",
        Refused<ArgumentException>(TestExport.Small, TestWeights.Of(TestExport.Compile(TestExport.Small)), new OnnxOptions { Opset = opset }),
        StringComparison.Ordinal);

    [Fact]
    public void A_text_that_is_no_spec_is_refused()
    {
        using var network = new SmallNetwork();
        using var folder = new TestFolder();
        Assert.Throws<SpecException>(() => OnnxExport.Write(network, "stages: [", folder.Path("refused.onnx")));
        Assert.Empty(folder.Files());
    }

    [Fact]
    public void A_live_network_of_another_spec_is_refused()
    {
        using var network = new SmallNetwork();
        using var folder = new TestFolder();
        Assert.Throws<CheckpointException>(() => OnnxExport.Write(network, TestExport.Small + "\nattention: se", folder.Path("refused.onnx")));
        Assert.Empty(folder.Files());
    }

    private static string Refused<T>(string spec, IReadOnlyList<CheckpointTensor> weights, OnnxOptions? options = null)
        where T : Exception
    {
        using var folder = new TestFolder();
        var e = Assert.Throws<T>(() => OnnxExport.Write(TestExport.Compile(spec), weights, folder.Path("refused.onnx"), options));
        Assert.Empty(folder.Files());
        return e.Message;
    }

    private static string Names(IEnumerable<KeyProblem> problems) => string.Join(' ', problems.Select(p => p.Name));

    private static void Replace(List<CheckpointTensor> weights, string name, CheckpointTensor by) =>
        weights[weights.FindIndex(t => t.Name == name)] = by;
}
