namespace ResNetGen.Weights.SafeTensors;

/// <summary>A tensor of a safetensors header; its range counts from the end of the header.</summary>
internal sealed record TensorRange(string Name, ElementType Type, IReadOnlyList<long> Shape, long Begin, long End);
