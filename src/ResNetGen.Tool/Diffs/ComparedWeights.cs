using ResNetGen.Architecture.Comparison;
using ResNetGen.Architecture.Text;
using ResNetGen.Weights;

namespace ResNetGen.Tool.Diffs;

/// <summary>One side of a comparison that is a file of weights.</summary>
internal static class ComparedWeights
{
    private static readonly string[] Endings = [".pth", ".pt", ".bin", ".ckpt", ".safetensors", ".dat"];

    /// <summary>Whether a file's name says that it holds weights.</summary>
    public static bool Is(string path) => Endings.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);

    /// <summary>Lists the tensors of a file; none is read.</summary>
    public static IReadOnlyList<StoredTensor> List(string path, string? key)
    {
        try
        {
            using var file = Checkpoint.Open(path, new CheckpointOptions { Key = key });
            return [.. file.Tensors.Select(t => new StoredTensor(t.Name, t.Type.Name(), t.Shape.ToEquatableArray()))];
        }
        catch (CheckpointException e)
        {
            throw new ToolException(ExitCode.BadWeights, "resnetgen: " + e.Message);
        }
    }
}
