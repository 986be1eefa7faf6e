using System.Text;

namespace ResNetGen.Weights.Writing;

/// <summary>
/// TorchSharp's format: a count; then, per tensor, its name, its type's number, its rank, its sizes and its elements.
/// Numbers are unsigned LEB128. Source: <c>Module.save</c> of TorchSharp 0.99 to 0.107.
/// </summary>
internal static class TorchSharpWriter
{
    public static void Write(Stream stream, ElementStream elements, List<CheckpointTensor> tensors)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write7BitEncodedInt64(tensors.Count);
        foreach (var tensor in tensors)
        {
            writer.Write(tensor.Name);
            writer.Write7BitEncodedInt64(Number(tensor.Type));
            writer.Write7BitEncodedInt64(tensor.Shape.Count);
            foreach (var size in tensor.Shape)
                writer.Write7BitEncodedInt64(size);

            writer.Flush();
            elements.Write(tensor);
        }
    }

    // c10::ScalarType.
    private static int Number(ElementType type) => type switch
    {
        ElementType.UInt8 => 0,
        ElementType.Int8 => 1,
        ElementType.Int16 => 2,
        ElementType.Int32 => 3,
        ElementType.Int64 => 4,
        ElementType.Float16 => 5,
        ElementType.Float32 => 6,
        ElementType.Float64 => 7,
        ElementType.Bool => 11,
        ElementType.BFloat16 => 15,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "There is no such type of element."),
    };
}
