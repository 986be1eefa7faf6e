namespace ResNetGen.Weights.Tests.Building;

/// <summary>A tensor with its elements, comparable as text.</summary>
internal sealed record WholeTensor(string Name, ElementType Type, IReadOnlyList<long> Shape, byte[] Bytes)
{
    public static WholeTensor Read(CheckpointTensor tensor)
    {
        var bytes = new byte[tensor.ByteLength];
        tensor.Read(0, bytes);
        return new WholeTensor(tensor.Name, tensor.Type, tensor.Shape, bytes);
    }

    public override string ToString() => $"{Name} {Type.Name()} [{string.Join(", ", Shape)}] {Convert.ToHexString(Bytes)}";
}
