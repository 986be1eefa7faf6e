namespace ResNetGen.Weights.Files;

/// <summary>A tensor whose elements lie one after another in the file, which was checked to be long enough.</summary>
internal sealed class FileTensor(string name, ElementType type, IReadOnlyList<long> shape, FileBytes file, long offset)
    : CheckpointTensor(name, type, shape)
{
    protected override void ReadElements(long start, Span<byte> destination)
    {
        file.Read(offset + (start * Type.Size()), destination);
        BoolElements.Check(this, start, destination);
    }
}
