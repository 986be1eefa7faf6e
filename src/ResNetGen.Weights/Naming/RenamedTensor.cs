namespace ResNetGen.Weights.Naming;

/// <summary>A tensor under another name, and perhaps with other sizes of the same product.</summary>
internal sealed class RenamedTensor(CheckpointTensor tensor, string name, IReadOnlyList<long> shape) : CheckpointTensor(name, tensor.Type, shape)
{
    protected override void VerifyElements() => tensor.Verify();

    protected override void ReadElements(long start, Span<byte> destination) => tensor.Read(start, destination);
}
