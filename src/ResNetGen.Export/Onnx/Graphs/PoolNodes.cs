using ResNetGen.Architecture.Networks;

namespace ResNetGen.Export.Onnx.Graphs;

/// <summary>
/// Makes the nodes of pools. ONNX's ceil_mode is not used: up to opset 21 it counts windows that lie in the padding alone, and
/// runtimes divide by other counts than PyTorch. With the map's size known, more padding on the far sides says the same.
/// </summary>
internal static class PoolNodes
{
    public static string Add(Graph graph, Map x, string path, Layer layer) => layer switch
    {
        MaxPool pool => Max(graph, x, path, pool),
        AveragePool pool => Average(graph, x, path, pool),
        // The zeros below and on the right are part of the mean.
        SameAveragePool => graph.Add(
            "AveragePool", path, [x.Name], Attributes.Integer("count_include_pad", 1), Attributes.Kernel(2), Attributes.Pads(0, 1, 1)),
        BlurPool pool => Blur(graph, x, path, pool),
        GlobalAveragePool => graph.Add("GlobalAveragePool", path, [x.Name]),
        _ => throw new ArgumentOutOfRangeException(nameof(layer), layer.Kind, "no operator stands for this layer"),
    };

    private static string Pad(Graph graph, string x, string path, int side, string mode = "constant", params string[] value) => graph.Add(
        "Pad", path, [x, graph.Integers("pads", 0, 0, side, side, 0, 0, side, side), .. value], Attributes.Text("mode", mode));

    private static string Max(Graph graph, Map x, string path, MaxPool pool)
    {
        var (name, padding) = (x.Name, pool.Shape.Padding);
        if (pool.PadsWithZeros)
        {
            // Up to 1.30 onnxruntime makes zeros before a max pool part of its padding, which is minus infinity: the smallest
            // number above zero goes by it.
            (name, x) = (Pad(graph, name, path + ".pad", padding, "constant", graph.Number("smallest", float.Epsilon)), Padded(x, padding));
            padding = 0;
        }

        var window = pool.Shape with { Padding = padding };
        return graph.Add("MaxPool", path, [name], Attributes.Kernel(window.Kernel), FarPads(x.Shape, window), Attributes.Strides(window.Stride));
    }

    private static string Average(Graph graph, Map x, string path, AveragePool pool)
    {
        var (name, window, counts) = (x.Name, pool.Shape, pool.CountsPadding && pool.Shape.Padding > 0);
        if (counts && window.RoundsUp)
        {
            // The zeros count, what a window reaches behind them does not.
            (name, x) = (Pad(graph, name, path + ".pad", window.Padding), Padded(x, window.Padding));
            (window, counts) = (window with { Padding = 0 }, false);
        }

        return graph.Add(
            "AveragePool",
            path,
            [name],
            Attributes.Integer("count_include_pad", counts ? 1 : 0),
            Attributes.Kernel(window.Kernel),
            FarPads(x.Shape, window),
            Attributes.Strides(window.Stride));
    }

    // outer([1, 2, 1]) / 16 is a 2x2 mean behind a 2x2 mean.
    private static string Blur(Graph graph, Map x, string path, BlurPool pool)
    {
        var padded = Pad(graph, x.Name, path + ".pad", 1, "reflect");
        var first = graph.Add("AveragePool", path + ".mean", [padded], Attributes.Kernel(2));
        return graph.Add("AveragePool", path, [first], Attributes.Kernel(2), Attributes.Strides(pool.Stride));
    }

    // Where sizes round up, as much below and on the right as the last window reaches over the edge.
    private static Schema.AttributeProto FarPads(ImageShape map, Window window) => window.RoundsUp
        ? Attributes.Pads(window.Padding, Far(map.Height, window), Far(map.Width, window))
        : Attributes.Pads(window.Padding, window.Padding, window.Padding);

    private static int Far(int extent, Window window) =>
        Math.Max(0, ((window.Output(extent) - 1) * window.Stride) + window.Kernel - extent - window.Padding);

    private static Map Padded(Map x, int side) =>
        x with { Shape = new ImageShape(x.Shape.Channels, x.Shape.Height + (2 * side), x.Shape.Width + (2 * side)) };
}
