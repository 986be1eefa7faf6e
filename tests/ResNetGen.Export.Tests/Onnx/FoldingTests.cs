using ResNetGen.Architecture.Networks;

namespace ResNetGen.Export.Tests.Onnx;

/// <summary>What folding makes of convolutions and norms.</summary>
public class FoldingTests
{
    // More than one part of a tensor as it is read: 64 x 512 x 9 numbers.
    private const string Wide =
        """
        name: Wide
        input: [3, 8, 8]
        stem: { convs: [{ channels: 512, kernel: 1 }], pool: none }
        norm: { kind: batch, eps: 0.003 }
        stages: [{ blocks: 1, width: 64, stride: 1 }]
        head: { classes: 2 }
        """;

    [Theory]
    [InlineData(false, "batch")]
    [InlineData(true, "batch")]
    [InlineData(false, "frozen_batch")]
    public void Weights_and_bias_follow_the_formula(bool hasBias, string norm)
    {
        var spec = TestExport.Compile(Wide.Replace("kind: batch", "kind: " + norm, StringComparison.Ordinal) + (hasBias ? "\nconv_bias: true" : ""));
        var model = TestExport.Export(spec, new OnnxOptions { FoldBatchNorm = true });

        var (weight, bias) = (TestExport.Numbers(model, "layer1.0.conv1.weight"), TestExport.Numbers(model, "layer1.0.conv1.bias"));
        Assert.Equal(64 * 512 * 9, weight.Length);
        Assert.Equal(64, bias.Length);
        for (var o = 0; o < 64; o++)
        {
            var scale = Of("layer1.0.bn1.weight", o) / Math.Sqrt(Of("layer1.0.bn1.running_var", o) + 0.003);
            var before = hasBias ? Of("layer1.0.conv1.bias", o) : 0;
            Assert.Equal((float)((scale * (before - Of("layer1.0.bn1.running_mean", o))) + Of("layer1.0.bn1.bias", o)), bias[o]);
            for (var i = 0; i < 512 * 9; i++)
                Assert.Equal((float)(Of("layer1.0.conv1.weight", (o * 512 * 9) + i) * scale), weight[(o * 512 * 9) + i]);
        }
    }

    [Fact]
    public void No_batch_norm_is_left_behind_a_convolution()
    {
        foreach (var name in TestExport.ShippedSpecs())
        {
            var spec = TestExport.CompileShipped(name);
            var graph = TestExport.Graph(spec, new OnnxOptions { FoldBatchNorm = true });
            var norms = graph.Nodes.Where(n => n.OpType == "BatchNormalization").ToList();
            var first = spec.Network.Stages.SelectMany(s => s.Blocks).Sum(b => b.Before.Count(l => l is BatchNorm));
            Assert.Equal(first + spec.Network.Final.Count(l => l is BatchNorm), norms.Count);
            var convolutions = graph.Nodes.Where(n => n.OpType == "Conv").Select(n => n.Output[0]).ToHashSet(StringComparer.Ordinal);
            // The stem of a pre-activated network ends in a convolution whose map other layers take, too.
            Assert.All(norms, n => Assert.True(!convolutions.Contains(n.Input[0]) || spec.Network.Stages[0].Blocks[0].IsPreactivated, $"{name}: {n.Name}"));
        }
    }

    private static double Of(string key, int index) => TestWeights.Value(key, index);
}
