using ResNetGen.Weights;
using ResNetGen.Weights.Naming;

namespace ResNetGen.Tool.Weights;

/// <summary>What names begin with.</summary>
internal static class NamePrefix
{
    /// <summary>Cuts a prefix off the names that have it; the others stay.</summary>
    public static IReadOnlyList<CheckpointTensor> Strip(IReadOnlyList<CheckpointTensor> tensors, string prefix) =>
    [
        .. tensors.Select(t => t.Name.Length > prefix.Length && t.Name.StartsWith(prefix, StringComparison.Ordinal)
            ? new RenamedTensor(t, t.Name[prefix.Length..], t.Shape)
            : t),
    ];
}
