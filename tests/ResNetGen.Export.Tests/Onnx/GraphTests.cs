using ResNetGen.Export.Onnx.Schema;

namespace ResNetGen.Export.Tests.Onnx;

/// <summary>What the graphs of networks have.</summary>
public class GraphTests
{
    public static TheoryData<string> Specs => [.. TestExport.ShippedSpecs()];

    [Fact]
    public void There_are_shipped_specs() => Assert.Equal(90, TestExport.ShippedSpecs().Count());

    [Theory]
    [MemberData(nameof(Specs))]
    public void Tensors_are_those_of_the_state_dict(string name)
    {
        var spec = TestExport.CompileShipped(name);
        var graph = TestExport.Graph(spec);
        var expected = spec.Analysis.State.Where(e => e.Shape.Count > 0).ToDictionary(e => e.Key, e => $"[{string.Join(", ", e.Shape)}]", StringComparer.Ordinal);
        if (spec.Network.Head is null)
        {
            // What lies behind the last tap is not run.
            var run = graph.Initializers.Select(i => i.Name).ToHashSet(StringComparer.Ordinal);
            var last = spec.Network.Taps[^1];
            Assert.All(expected.Keys.Where(k => !run.Contains(k)), k => Assert.Contains(spec.Network.Stages.Skip(last - 1), s => k.StartsWith(s.Key + ".", StringComparison.Ordinal)));
            expected = expected.Where(e => run.Contains(e.Key)).ToDictionary(StringComparer.Ordinal);
        }

        var tensors = graph.Initializers.Where(i => i.Type == TensorProto.Types.DataType.Float && i.Shape.Count > 0 && !i.Name.StartsWith("ones_", StringComparison.Ordinal) && !i.Name.StartsWith("zeros_", StringComparison.Ordinal))
            .ToDictionary(i => i.Name, i => $"[{string.Join(", ", i.Shape)}]", StringComparer.Ordinal);
        Assert.Equal(expected.OrderBy(e => e.Key, StringComparer.Ordinal), tensors.OrderBy(e => e.Key, StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Specs))]
    public void Every_value_is_made_once_before_it_is_used(string name)
    {
        foreach (var options in new[] { new OnnxOptions(), new OnnxOptions { Opset = 13, FoldBatchNorm = true, DynamicBatch = true, Taps = true } })
        {
            var graph = TestExport.Graph(TestExport.CompileShipped(name), options);
            var known = graph.Initializers.Select(i => i.Name).Concat(graph.Inputs.Select(i => i.Name)).ToList();
            var made = new HashSet<string>(known, StringComparer.Ordinal);
            Assert.Equal(known.Count, made.Count);
            var used = new HashSet<string>(graph.Outputs.Select(o => o.Name), StringComparer.Ordinal);
            foreach (var node in graph.Nodes)
            {
                Assert.All(node.Input, i => Assert.True(made.Contains(i), $"{node.Name} takes {i}"));
                Assert.All(node.Output, o => Assert.True(made.Add(o), $"{o} is made twice"));
                used.UnionWith(node.Input);
            }

            Assert.Empty(made.Except(used, StringComparer.Ordinal));
            Assert.Equal(graph.Nodes.Count, graph.Nodes.Select(n => n.Name).Distinct(StringComparer.Ordinal).Count());
        }
    }

    [Theory]
    [InlineData("head: { classes: 5 }", false, "output [1, 5]")]
    [InlineData("head: { classes: 5 }", true, "output [1, 5]; c1 [1, 4, 16, 16]; c2 [1, 4, 16, 16]; c3 [1, 8, 8, 8]")]
    [InlineData("head: { classes: 5 }\ntaps: [c3]", true, "output [1, 5]; c3 [1, 8, 8, 8]")]
    [InlineData("head: none", false, "c1 [1, 4, 16, 16]; c2 [1, 4, 16, 16]; c3 [1, 8, 8, 8]")]
    [InlineData("head: none\ntaps: [c2]", false, "c2 [1, 4, 16, 16]")]
    [InlineData("head: none\ntaps: [c1]", false, "c1 [1, 4, 16, 16]")]
    [InlineData("head: none\nfinal_norm: true\ntaps: [c3]", false, "output [1, 8, 8, 8]; c3 [1, 8, 8, 8]")]
    public void Outputs_are_what_the_network_returns_and_its_taps(string end, bool taps, string expected)
    {
        var spec = TestExport.Compile(TestExport.Small.Replace("head: { classes: 5 }", end, StringComparison.Ordinal));
        var model = TestExport.Export(spec, new OnnxOptions { Taps = taps });
        Assert.Equal(expected, string.Join("; ", model.Graph.Output.Select(o => $"{o.Name} [{string.Join(", ", o.Type.TensorType.Shape.Dim.Select(d => d.DimValue))}]")));
    }

    [Theory]
    [InlineData(13, "HardSigmoid Mul")]
    [InlineData(14, "HardSwish")]
    [InlineData(17, "HardSwish")]
    public void Hardswish_is_an_operator_since_opset_14(int opset, string expected)
    {
        var spec = TestExport.Compile(TestExport.Small + "\nactivation: hardswish");
        var graph = TestExport.Graph(spec, new OnnxOptions { Opset = opset });
        Assert.Equal(expected, string.Join(' ', graph.Nodes.Where(n => n.Name.StartsWith("hardswish", StringComparison.Ordinal)).Select(n => n.OpType)));
    }

    // A map of 15, kernel 3: windows of stride 4 begin at -1, 3, 7, 11 and 15 with padding 1; the last reaches 2 beyond the map.
    [Theory]
    [InlineData("{ kind: max, stride: 2, padding: 0, ceil_mode: true }", 16, "MaxPool pads=[0, 0, 1, 1]")]
    [InlineData("{ kind: max, stride: 2, padding: 0 }", 16, "MaxPool pads=[0, 0, 0, 0]")]
    [InlineData("{ kind: average, stride: 2, padding: 1, ceil_mode: true }", 16, "Pad, AveragePool count_include_pad=0 pads=[0, 0, 1, 1]")]
    [InlineData("{ kind: average, stride: 2, padding: 1, ceil_mode: true, count_include_pad: false }", 16, "AveragePool count_include_pad=0 pads=[1, 1, 2, 2]")]
    [InlineData("{ kind: average, stride: 2, padding: 1 }", 16, "AveragePool count_include_pad=1 pads=[1, 1, 1, 1]")]
    [InlineData("{ kind: max, stride: 2, padding: 1, pad_value: zero }", 16, "Pad, MaxPool pads=[0, 0, 0, 0]")]
    public void Pools_say_how_sizes_round_by_their_padding(string pool, int side, string expected)
    {
        var spec = TestExport.Compile($$"""
            name: Pooled
            input: [3, {{side}}, {{side}}]
            stem: { preset: conv3x3, channels: 4, pool: {{pool}} }
            stages: [{ blocks: 1, width: 4 }]
            """);
        var nodes = TestExport.Graph(spec).Nodes.Where(n => n.Name.StartsWith("maxpool", StringComparison.Ordinal));
        Assert.Equal(expected, string.Join(", ", nodes.Select(n => n.OpType + string.Concat(n.Attribute
            .Where(a => a.Name is "pads" or "count_include_pad")
            .Select(a => a.Name == "pads" ? $" pads=[{string.Join(", ", a.Ints)}]" : $" {a.Name}={a.I}")))));
        Assert.DoesNotContain(nodes, n => n.Attribute.Any(a => a.Name == "ceil_mode"));
    }
}
