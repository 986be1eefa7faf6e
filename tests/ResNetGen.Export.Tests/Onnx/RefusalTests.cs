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

        Assert.Equal(
            """
            the weights do not fit Small: 1 there twice, 1 of another shape, 2 missing, 1 of another type, 1 not the network's
              there twice: conv1.bias
              of another shape: conv1.weight is [4, 1, 3, 3], not [4, 3, 3, 3]
              missing: bn1.running_mean [4]
              missing: fc.bias [5]
              of another type: fc.weight is int64
              not the network's: conv1.bias
            """,
            Refused<CheckpointException>(TestExport.Small, weights));
    }

    [Fact]
    public void A_long_list_is_cut() =>
        Assert.EndsWith("\n  missing: and 17 more", Refused<CheckpointException>(TestExport.Small, []), StringComparison.Ordinal);

    [Fact]
    public void Counts_of_batches_may_be_missing()
    {
        var spec = TestExport.Compile(TestExport.Small);
        Assert.Equal(TestExport.Bytes(spec), TestExport.Bytes(spec, weights: TestWeights.Of(spec).Where(t => t.Shape.Count > 0)));
    }

    [Fact]
    public void More_than_two_gibibytes_are_refused_before_anything_is_read_or_written()
    {
        const string spec = "name: Huge\ninput: [3, 8, 8]\nstages: [{ blocks: 1, width: 600 }]\nhead: { classes: 1000000 }";
        var weights = TestWeights.Of(TestExport.Compile(spec));
        Assert.Equal("Huge as an ONNX file would have 2.3 GiB; the format holds less than 2.", Refused<NotSupportedException>(spec, weights));
        Assert.All(weights.Cast<TestWeights.Drawn>(), t => Assert.Equal(0, t.Read));
    }

    [Theory]
    [InlineData(12)]
    [InlineData(18)]
    public void Other_operator_sets_are_refused(int opset) => Assert.StartsWith(
        $"There is no operator set {opset} here, but 13 to 17.",
        Refused<ArgumentException>(TestExport.Small, TestWeights.Of(TestExport.Compile(TestExport.Small)), new OnnxOptions { Opset = opset }),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("stages: [{ blocks: 1, widht: 4 }]", "RNG0005")]
    [InlineData("extends: resnet50.resnet.yaml", "RNG0012")]
    [InlineData("stages: [", "RNG0001")]
    public void Text_that_is_no_spec_is_refused_with_its_errors(string text, string id) =>
        Assert.Contains(id, Refused<ArgumentException>(text, []), StringComparison.Ordinal);

    private static string Refused<T>(string spec, IEnumerable<CheckpointTensor> weights, OnnxOptions? options = null)
        where T : Exception
    {
        using var folder = new TestFolder();
        var e = Assert.Throws<T>(() => OnnxExport.Write(spec, weights, folder.Path("refused.onnx"), options));
        Assert.Empty(folder.Files());
        return e.Message;
    }

    private static void Replace(List<CheckpointTensor> weights, string name, CheckpointTensor by) =>
        weights[weights.FindIndex(t => t.Name == name)] = by;
}
