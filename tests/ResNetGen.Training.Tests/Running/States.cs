using System.Security.Cryptography;
using ResNetGen.Weights;
using static TorchSharp.torch;

namespace ResNetGen.Training.Tests.Running;

/// <summary>State dicts, to compare.</summary>
internal static class States
{
    /// <summary>Every tensor as text: name, type, shape and a hash of its bytes.</summary>
    public static IReadOnlyList<string> Of(nn.Module module) => Of(ModuleState.Tensors(module));

    public static IReadOnlyList<string> Of(IEnumerable<CheckpointTensor> tensors) => [.. tensors.Select(One)];

    private static string One(CheckpointTensor tensor)
    {
        var bytes = new byte[tensor.ByteLength];
        tensor.Read(0, bytes);
        return $"{tensor.Name} {tensor.Type} [{string.Join(',', tensor.Shape)}] {Convert.ToHexString(SHA256.HashData(bytes))}";
    }
}
