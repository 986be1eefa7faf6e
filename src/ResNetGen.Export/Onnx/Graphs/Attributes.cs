using Google.Protobuf;
using ResNetGen.Export.Onnx.Schema;
using static ResNetGen.Export.Onnx.Schema.AttributeProto.Types;

namespace ResNetGen.Export.Onnx.Graphs;

/// <summary>Makes the settings of nodes.</summary>
internal static class Attributes
{
    public static AttributeProto Integer(string name, long value) => new() { Name = name, Type = AttributeType.Int, I = value };

    public static AttributeProto Number(string name, double value) => new() { Name = name, Type = AttributeType.Float, F = (float)value };

    public static AttributeProto Text(string name, string value) =>
        new() { Name = name, Type = AttributeType.String, S = ByteString.CopyFromUtf8(value) };

    public static AttributeProto Integers(string name, params long[] values)
    {
        var attribute = new AttributeProto { Name = name, Type = AttributeType.Ints };
        attribute.Ints.AddRange(values);
        return attribute;
    }

    /// <summary>The size of a square window.</summary>
    public static AttributeProto Kernel(int size) => Integers("kernel_shape", size, size);

    /// <summary>The step of a square window.</summary>
    public static AttributeProto Strides(int stride) => Integers("strides", stride, stride);

    /// <summary>What is added to a map: above and on the left, below, on the right.</summary>
    public static AttributeProto Pads(int before, int below, int right) => Integers("pads", before, before, below, right);
}
