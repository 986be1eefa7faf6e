using System.Globalization;
using ResNetGen.Export.Onnx.Schema;
using ResNetGen.Export.Onnx.Weights;

namespace ResNetGen.Export.Onnx.Graphs;

/// <summary>A graph that grows: nodes in the order in which they run, the tensors that they use, what goes in and comes out.</summary>
/// <param name="name">The network's name.</param>
/// <param name="opset">The operator set.</param>
internal sealed class Graph(string name, int opset)
{
    private readonly Dictionary<string, int> _asked = new(StringComparer.Ordinal);
    private readonly HashSet<string> _constants = new(StringComparer.Ordinal);

    public string Name => name;

    public int Opset => opset;

    public List<NodeProto> Nodes { get; } = [];

    public List<Initializer> Initializers { get; } = [];

    public List<ValueInfoProto> Inputs { get; } = [];

    public List<ValueInfoProto> Outputs { get; } = [];

    /// <summary>Returns a name of its own for a node that has no key: <c>relu</c>, then <c>relu_2</c>.</summary>
    public string NameFor(string path)
    {
        var count = _asked[path] = _asked.GetValueOrDefault(path) + 1;
        return count == 1 ? path : string.Create(CultureInfo.InvariantCulture, $"{path}_{count}");
    }

    /// <summary>Adds a node and returns the name of its one output, which is the node's own.</summary>
    /// <param name="type">The operator.</param>
    /// <param name="path">The node's name.</param>
    /// <param name="inputs">The values that it takes.</param>
    /// <param name="attributes">Its settings.</param>
    public string Add(string type, string path, string[] inputs, params AttributeProto[] attributes)
    {
        var node = new NodeProto { Name = path, OpType = type };
        node.Input.AddRange(inputs);
        node.Output.Add(path);
        node.Attribute.AddRange(attributes);
        Nodes.Add(node);
        return path;
    }

    /// <summary>Adds a tensor and returns its name.</summary>
    public string Use(Initializer initializer)
    {
        Initializers.Add(initializer);
        return initializer.Name;
    }

    /// <summary>Returns the tensor of these integers, one for the whole graph.</summary>
    /// <param name="role">What they are, for the name: <c>pads</c>.</param>
    /// <param name="values">The integers.</param>
    public string Integers(string role, params long[] values)
    {
        var constant = role + "_" + string.Join('_', values);
        return _constants.Add(constant) ? Use(Constant.Integers(constant, values)) : constant;
    }

    /// <summary>Returns the tensor of one number, one for the whole graph.</summary>
    public string Number(string constant, float value) => _constants.Add(constant) ? Use(Constant.Number(constant, value)) : constant;

    /// <summary>Returns the tensor of <paramref name="count"/> equal numbers, one for the whole graph.</summary>
    /// <param name="role">What they are, for the name: <c>ones</c>.</param>
    /// <param name="count">How many.</param>
    /// <param name="value">Each of them.</param>
    public string Numbers(string role, int count, float value)
    {
        var constant = string.Create(CultureInfo.InvariantCulture, $"{role}_{count}");
        return _constants.Add(constant) ? Use(Constant.Numbers(constant, [.. Enumerable.Repeat(value, count)])) : constant;
    }

    /// <summary>Gives the newest value another name: that of an output.</summary>
    public string Rename(string value, string to)
    {
        var node = Nodes[^1];
        if (node.Output[0] != value)
            throw new InvalidOperationException($"{value} is not the newest value of the graph");

        node.Output[0] = to;
        return to;
    }
}
