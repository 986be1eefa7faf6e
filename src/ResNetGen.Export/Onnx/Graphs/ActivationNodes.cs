using ResNetGen.Architecture.Specs;

namespace ResNetGen.Export.Onnx.Graphs;

/// <summary>Makes the nodes of activations.</summary>
internal static class ActivationNodes
{
    public static string Add(Graph graph, string x, string path, ActivationKind function) => function switch
    {
        ActivationKind.Relu => graph.Add("Relu", path, [x]),
        ActivationKind.Relu6 => graph.Add("Clip", path, [x, graph.Number("zero", 0), graph.Number("six", 6)]),
        ActivationKind.LeakyRelu => graph.Add("LeakyRelu", path, [x], Attributes.Number("alpha", 0.01)),
        ActivationKind.Elu => graph.Add("Elu", path, [x], Attributes.Number("alpha", 1)),
        ActivationKind.Silu => graph.Add("Mul", path, [x, graph.Add("Sigmoid", path + ".sigmoid", [x])]),
        ActivationKind.Gelu => Gelu(graph, x, path),
        ActivationKind.Hardswish => Hardswish(graph, x, path),
        _ => throw new ArgumentOutOfRangeException(nameof(function), function, "no operator stands for this activation"),
    };

    // x / 2 * (1 + erf(x / sqrt(2))), PyTorch's exact form.
    private static string Gelu(Graph graph, string x, string path)
    {
        var scaled = graph.Add("Div", path + ".div", [x, graph.Number("sqrt_2", MathF.Sqrt(2))]);
        var erf = graph.Add("Erf", path + ".erf", [scaled]);
        var sum = graph.Add("Add", path + ".add", [erf, graph.Number("one", 1)]);
        return graph.Add("Mul", path, [graph.Add("Mul", path + ".mul", [x, sum]), graph.Number("half", 0.5f)]);
    }

    // x * clip(x / 6 + 1/2, 0, 1): an operator since opset 14.
    private static string Hardswish(Graph graph, string x, string path)
    {
        if (graph.Opset >= 14)
            return graph.Add("HardSwish", path, [x]);

        var gate = graph.Add("HardSigmoid", path + ".gate", [x], Attributes.Number("alpha", 1.0 / 6), Attributes.Number("beta", 0.5));
        return graph.Add("Mul", path, [x, gate]);
    }
}
