using System.Text;
using ResNetGen.Weights.TorchSharp;

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
            writer.Write7BitEncodedInt64(TypeNumbers.Of(tensor.Type));
            writer.Write7BitEncodedInt64(tensor.Shape.Count);
            foreach (var size in tensor.Shape)
                writer.Write7BitEncodedInt64(size);

            writer.Flush();
            elements.Write(tensor);
        }
    }
}
