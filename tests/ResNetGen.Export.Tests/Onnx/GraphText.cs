using System.Globalization;
using System.Text;
using ResNetGen.Export.Onnx.Schema;

namespace ResNetGen.Export.Tests.Onnx;

/// <summary>A model as a text that reads well in a review; numbers of tensors are left out.</summary>
internal static class GraphText
{
    public static string Of(ModelProto model)
    {
        var text = new StringBuilder();
        var graph = model.Graph;
        text.Append(CultureInfo.InvariantCulture, $"{graph.Name}: opset {model.OpsetImport[0].Version}, ir {model.IrVersion}\n");
        foreach (var value in graph.Input)
            text.Append(CultureInfo.InvariantCulture, $"input {value.Name} {Sizes(value)}\n");
        foreach (var value in graph.Output)
            text.Append(CultureInfo.InvariantCulture, $"output {value.Name} {Sizes(value)}\n");

        text.Append('\n');
        foreach (var node in graph.Node)
        {
            var settings = string.Join(", ", node.Attribute.Select(a => $"{a.Name}={Setting(a)}"));
            var output = node.Output.Single() == node.Name ? "" : " -> " + node.Output.Single();
            text.Append(CultureInfo.InvariantCulture, $"{node.Name} = {node.OpType}({string.Join(", ", node.Input)}){(settings.Length > 0 ? " " + settings : "")}{output}\n");
        }

        text.Append('\n');
        foreach (var tensor in graph.Initializer)
            text.Append(CultureInfo.InvariantCulture, $"{tensor.Name} {(TensorProto.Types.DataType)tensor.DataType} [{string.Join(", ", tensor.Dims)}]\n");

        return text.ToString();
    }

    private static string Sizes(ValueInfoProto value) =>
        $"[{string.Join(", ", value.Type.TensorType.Shape.Dim.Select(d => d.HasDimParam ? d.DimParam : d.DimValue.ToString(CultureInfo.InvariantCulture)))}]";

    private static string Setting(AttributeProto attribute) => attribute.Type switch
    {
        AttributeProto.Types.AttributeType.Float => attribute.F.ToString(CultureInfo.InvariantCulture),
        AttributeProto.Types.AttributeType.Int => attribute.I.ToString(CultureInfo.InvariantCulture),
        AttributeProto.Types.AttributeType.String => attribute.S.ToStringUtf8(),
        _ => $"[{string.Join(", ", attribute.Ints)}]",
    };
}
