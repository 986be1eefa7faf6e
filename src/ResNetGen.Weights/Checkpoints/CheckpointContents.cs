namespace ResNetGen.Weights;

/// <summary>What a reader found in a file.</summary>
/// <param name="Format">The file's format.</param>
/// <param name="Tensors">The tensors, in the file's order; no name is there twice.</param>
/// <param name="Metadata">What the file says of itself.</param>
internal sealed record CheckpointContents(
    CheckpointFormat Format, IReadOnlyList<CheckpointTensor> Tensors, IReadOnlyDictionary<string, string> Metadata);
