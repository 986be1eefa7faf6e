using ResNetGen.Export.Onnx.Schema;

namespace ResNetGen.Export.Onnx.Graphs;

/// <summary>Declares what goes into a graph and comes out.</summary>
internal static class Values
{
    /// <summary>A float32 tensor whose first size is the batch: 1, or any, called N.</summary>
    public static ValueInfoProto Batch(string name, bool isDynamic, params long[] sizes)
    {
        var shape = new TensorShapeProto();
        shape.Dim.Add(isDynamic
            ? new TensorShapeProto.Types.Dimension { DimParam = "N" }
            : new TensorShapeProto.Types.Dimension { DimValue = 1 });
        shape.Dim.AddRange(sizes.Select(size => new TensorShapeProto.Types.Dimension { DimValue = size }));
        var tensor = new TypeProto.Types.Tensor { ElemType = (int)TensorProto.Types.DataType.Float, Shape = shape };
        return new ValueInfoProto { Name = name, Type = new TypeProto { TensorType = tensor } };
    }
}
