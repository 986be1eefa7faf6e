using ResNetGen.Export.Onnx.Schema;

namespace ResNetGen.Export.Onnx.Weights;

/// <summary>A tensor of the file: what it is, and its numbers when they are written.</summary>
/// <param name="name">Its name.</param>
/// <param name="type">What its elements are.</param>
/// <param name="shape">Its sizes; none for a scalar.</param>
internal abstract class Initializer(string name, TensorProto.Types.DataType type, IReadOnlyList<long> shape)
{
    public string Name => name;

    public TensorProto.Types.DataType Type => type;

    public IReadOnlyList<long> Shape => shape;

    public long Elements { get; } = shape.Aggregate(1L, (product, size) => checked(product * size));

    public long ByteLength => Elements * (type == TensorProto.Types.DataType.Float ? sizeof(float) : sizeof(long));

    /// <summary>Writes <see cref="ByteLength"/> bytes: the elements, little-endian, row-major.</summary>
    public abstract void WriteTo(Stream file);
}
