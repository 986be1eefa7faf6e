using System.Globalization;

namespace ResNetGen.Weights;

/// <summary>Tensors in messages.</summary>
internal static class TensorText
{
    public static string Describe(ElementType type, IReadOnlyList<long> shape) =>
        "[" + string.Join(", ", shape.Select(s => s.ToString(CultureInfo.InvariantCulture))) + "] " + type.Name();

    public static string Describe(CheckpointTensor tensor) => Describe(tensor.Type, tensor.Shape);
}
