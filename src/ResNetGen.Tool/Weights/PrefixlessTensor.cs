using ResNetGen.Weights;

namespace ResNetGen.Tool.Weights;

/// <summary>A tensor without what its name began with.</summary>
internal sealed class PrefixlessTensor(CheckpointTensor tensor, string name) : CheckpointTensor(name, tensor.Type, tensor.Shape)
{
    /// <summary>Cuts a prefix off the names that have it; the others stay.</summary>
    public static IReadOnlyList<CheckpointTensor> Strip(IReadOnlyList<CheckpointTensor> tensors, string prefix) =>
    [
        .. tensors.Select(t => t.Name.Length > prefix.Length && t.Name.StartsWith(prefix, StringComparison.Ordinal)
            ? new PrefixlessTensor(t, t.Name[prefix.Length..])
            : t),
    ];

    protected override void VerifyElements() => tensor.Verify();

    protected override void ReadElements(long start, Span<byte> destination) => tensor.Read(start, destination);
}
