using System.Globalization;
using ResNetGen.Architecture;
using ResNetGen.Architecture.Networks;
using ResNetGen.Export.Onnx.Weights;

namespace ResNetGen.Export.Onnx.Graphs;

/// <summary>Makes the graph of a network: what the generated class's <c>forward</c> and <c>Features</c> compute in evaluation.</summary>
internal sealed class NetworkGraph
{
    private readonly Network _network;
    private readonly OnnxOptions _options;
    private readonly Graph _graph;
    private readonly ChainNodes _chains;

    private NetworkGraph(Network network, WeightSet weights, OnnxOptions options)
    {
        (_network, _options) = (network, options);
        _graph = new Graph(network.Name, options.Opset);
        _chains = new ChainNodes(_graph, weights, options.FoldBatchNorm);
    }

    public static Graph Build(CompiledSpec spec, WeightSet weights, OnnxOptions options)
    {
        var graph = new NetworkGraph(spec.Network, weights, options);
        graph.Build();
        return graph._graph;
    }

    private void Build()
    {
        var input = _network.Input;
        _graph.Inputs.Add(Values.Batch("input", _options.DynamicBatch, input.Channels, input.Height, input.Width));
        var x = Tap(1, _chains.Add(new Map("input", input), "", _network.Stem.Body));
        x = _chains.Add(x, "", _network.PoolRun);
        var blocks = new BlockNodes(_graph, _chains);
        for (var s = 0; s < _network.StagesRun; s++)
        {
            var stage = _network.Stages[s];
            for (var b = 0; b < stage.Blocks.Count; b++)
                x = blocks.Add(x, string.Create(CultureInfo.InvariantCulture, $"{stage.Key}.{b}."), stage.Blocks[b]);

            x = Tap(s + 2, x);
        }

        End(_chains.Add(x, "", _network.Final));
    }

    private Map Tap(int level, Map x)
    {
        if (!_network.Taps.Contains(level) || !(_options.Taps || _network.Head is null))
            return x;

        x = x with { Name = _graph.Rename(x.Name, string.Create(CultureInfo.InvariantCulture, $"c{level}")) };
        _graph.Outputs.Add(Values.Batch(x.Name, _options.DynamicBatch, x.Shape.Channels, x.Shape.Height, x.Shape.Width));
        return x;
    }

    // What the network returns comes first, unless it is a tap.
    private void End(Map x)
    {
        if (_network.Head is { } head)
        {
            var logits = _graph.Rename(Classify(x, head), "output");
            _graph.Outputs.Insert(0, Values.Batch(logits, _options.DynamicBatch, head.Classes));
        }
        else if (_network.Final.Count > 0)
        {
            var map = _graph.Rename(x.Name, "output");
            _graph.Outputs.Insert(0, Values.Batch(map, _options.DynamicBatch, x.Shape.Channels, x.Shape.Height, x.Shape.Width));
        }
    }

    private string Classify(Map x, Head head)
    {
        var pooled = _chains.Add(x, "", [head.Pool]);
        if (head.Classifier is Linear)
            return _chains.Add(Flattened(pooled), "", [head.Classifier]).Name;

        // A 1x1 convolution takes the pooled map if it is one pixel, and else its numbers as a map of one pixel.
        if (pooled.Shape is not { Height: 1, Width: 1 })
        {
            pooled = Flattened(pooled);
            pooled = pooled with { Name = _graph.Add("Unsqueeze", "pixel", [pooled.Name, _graph.Integers("axes", 2, 3)]) };
        }

        return Flattened(_chains.Add(pooled, "", [head.Classifier])).Name;
    }

    private Map Flattened(Map x) => new(
        _graph.Add("Flatten", _graph.NameFor("flatten"), [x.Name], Attributes.Integer("axis", 1)), new ImageShape((int)x.Shape.Elements, 1, 1));
}
