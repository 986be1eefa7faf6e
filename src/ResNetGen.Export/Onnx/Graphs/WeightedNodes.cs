using ResNetGen.Architecture.Networks;
using ResNetGen.Export.Onnx.Schema;
using ResNetGen.Export.Onnx.Weights;

namespace ResNetGen.Export.Onnx.Graphs;

/// <summary>Makes the nodes of layers that have tensors, which keep their names and shapes.</summary>
internal sealed class WeightedNodes(Graph graph, WeightSet weights)
{
    public string Convolution(string x, string path, Convolution layer) => graph.Add(
        "Conv", path, [x, .. Tensors(path, layer.HasBias ? ["weight", "bias"] : ["weight"])], Settings(layer));

    public string Linear(string x, string path, Linear layer) => graph.Add(
        "Gemm", path, [x, .. Tensors(path, layer.HasBias ? ["weight", "bias"] : ["weight"])], Attributes.Integer("transB", 1));

    public string BatchNorm(string x, string path, double eps) => graph.Add(
        "BatchNormalization", path, [x, .. Tensors(path, ["weight", "bias", "running_mean", "running_var"])], Attributes.Number("epsilon", eps));

    /// <summary>A convolution with the norm behind it in its weights.</summary>
    public Map Folded(Map x, string path, Convolution layer, string normPath, Norm norm)
    {
        var eps = norm is BatchNorm batch ? batch.Eps : ((FrozenBatchNorm)norm).Eps;
        var folded = new FoldedNorm(
            Read(normPath + ".weight"),
            Read(normPath + ".bias"),
            Read(normPath + ".running_mean"),
            Read(normPath + ".running_var"),
            eps,
            layer.HasBias ? Read(path + ".bias") : null);
        string[] inputs = [x.Name, graph.Use(folded.Weight(path + ".weight", weights[path + ".weight"])), graph.Use(folded.Bias(path + ".bias"))];
        return new Map(graph.Add("Conv", path, inputs, Settings(layer)), layer.Output(x.Shape));
    }

    /// <summary>
    /// GroupNormalization is no operator before opset 18: each group of channels as one map, normalised by itself, then the
    /// scale and shift of each channel.
    /// </summary>
    public string GroupNorm(Map x, string path, GroupNorm norm)
    {
        var groups = graph.Add("Reshape", path + ".groups", [x.Name, graph.Integers("shape", 0, norm.Groups, -1)]);
        var (ones, zeros) = (graph.Numbers("ones", norm.Groups, 1), graph.Numbers("zeros", norm.Groups, 0));
        var normal = graph.Add("InstanceNormalization", path + ".normal", [groups, ones, zeros], Attributes.Number("epsilon", norm.Eps));
        var maps = graph.Add("Reshape", path + ".maps", [normal, graph.Integers("shape", 0, x.Shape.Channels, x.Shape.Height, x.Shape.Width)]);
        var axes = graph.Integers("axes", 1, 2);
        var tensors = Tensors(path, ["weight", "bias"]);
        var scale = graph.Add("Unsqueeze", path + ".scale", [tensors[0], axes]);
        var shift = graph.Add("Unsqueeze", path + ".shift", [tensors[1], axes]);
        return graph.Add("Add", path, [graph.Add("Mul", path + ".mul", [maps, scale]), shift]);
    }

    public string SqueezeExcitation(string x, string path)
    {
        var means = graph.Add("GlobalAveragePool", path + ".mean", [x]);
        var hidden = graph.Add("Relu", path + ".relu", [Point(means, path + ".fc1")]);
        var scores = graph.Add("Sigmoid", path + ".sigmoid", [Point(hidden, path + ".fc2")]);
        return graph.Add("Mul", path, [x, scores]);

        string Point(string value, string name) => graph.Add("Conv", name, [value, .. Tensors(name, ["weight", "bias"])], Attributes.Kernel(1));
    }

    /// <summary>The means of the maps, [N, C, 1, 1], are a row of C numbers for the 1-D convolution, and a column again behind it.</summary>
    public string ChannelAttention(string x, string path, ChannelAttention layer)
    {
        var last = graph.Integers("axes", 3);
        var column = graph.Add("Squeeze", path + ".squeeze", [graph.Add("GlobalAveragePool", path + ".mean", [x]), last]);
        var row = graph.Add("Transpose", path + ".row", [column], Attributes.Integers("perm", 0, 2, 1));
        var side = (layer.Kernel - 1) / 2;
        var mixed = graph.Add(
            "Conv",
            path + ".conv",
            [row, .. Tensors(path + ".conv", ["weight"])],
            Attributes.Integers("kernel_shape", layer.Kernel),
            Attributes.Integers("pads", side, side));
        var scores = graph.Add("Sigmoid", path + ".sigmoid", [mixed]);
        var back = graph.Add("Transpose", path + ".column", [scores], Attributes.Integers("perm", 0, 2, 1));
        return graph.Add("Mul", path, [x, graph.Add("Unsqueeze", path + ".unsqueeze", [back, last])]);
    }

    private static AttributeProto[] Settings(Convolution layer)
    {
        var window = layer.Shape;
        return
        [
            Attributes.Integers("dilations", window.Dilation, window.Dilation),
            Attributes.Integer("group", layer.Groups),
            Attributes.Kernel(window.Kernel),
            Attributes.Pads(window.Padding, window.Padding, window.Padding),
            Attributes.Strides(window.Stride),
        ];
    }

    private string[] Tensors(string path, string[] entries) => Array.ConvertAll(entries, entry => Use(path + "." + entry));

    private string Use(string key) => graph.Use(new Weight(key, weights[key]));

    private float[] Read(string key) => FloatElements.ReadAll(weights[key]);
}
