namespace ResNetGen.Weights;

/// <summary>What the names of files say of their formats.</summary>
public static class CheckpointFormats
{
    /// <summary>The endings that name a format.</summary>
    public static IReadOnlyDictionary<string, CheckpointFormat> Extensions { get; } = new SortedDictionary<string, CheckpointFormat>(StringComparer.OrdinalIgnoreCase)
    {
        [".pth"] = CheckpointFormat.PyTorch,
        [".pt"] = CheckpointFormat.PyTorch,
        [".bin"] = CheckpointFormat.PyTorch,
        [".safetensors"] = CheckpointFormat.SafeTensors,
        [".dat"] = CheckpointFormat.TorchSharp,
    };

    /// <summary>Returns the format that a file's name asks for; null where its ending is none of <see cref="Extensions"/>.</summary>
    public static CheckpointFormat? FromName(string path) =>
        Extensions.TryGetValue(Path.GetExtension(path), out var format) ? format : null;
}
