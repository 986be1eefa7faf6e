using static TorchSharp.torch;

namespace ResNetGen.Weights;

/// <summary>A tensor of a module, read where it lies.</summary>
internal sealed class ModuleTensor(string name, Tensor tensor) : CheckpointTensor(name, TensorTypes.ElementTypeOf(tensor.dtype), tensor.shape)
{
    protected override void ReadElements(long start, Span<byte> destination)
    {
        using var _ = no_grad();
        using var row = tensor.is_contiguous() ? tensor.view(-1) : tensor.reshape(-1);
        using var part = row.narrow(0, start, destination.Length / Type.Size());
        using var local = part.cpu();
        local.bytes.CopyTo(destination);
    }
}
