using ResNetGen.Tool.Reports;
using ResNetGen.Weights;

namespace ResNetGen.Tool.Weights;

/// <summary>A tensor in the JSON of `weights inspect`.</summary>
/// <param name="Name">Its key in the state dict.</param>
/// <param name="Shape">Its sizes.</param>
/// <param name="Type">The type of its elements.</param>
/// <param name="Bytes">The bytes of its elements.</param>
/// <param name="Statistics">What its elements are like; null where nobody asked.</param>
internal sealed record InspectedTensor(string Name, IReadOnlyList<long> Shape, string Type, long Bytes, TensorStatistics? Statistics)
{
    public static InspectedTensor Of(CheckpointTensor tensor, TensorStatistics? statistics) =>
        new(tensor.Name, tensor.Shape, tensor.Type.Name(), tensor.ByteLength, statistics);

    public string[] Row(Format format, bool hasStatistics) =>
    [
        Shown.Of(Name), Shape.Count == 0 ? "-" : string.Join('x', Shape), Type, Numbers.Of(Bytes, format), .. hasStatistics ? Statistics?.Cells(format) ?? TensorStatistics.None : [],
    ];
}
