using static TorchSharp.torch;

namespace ResNetGen.Weights.Tests.Support;

/// <summary>State dicts, to compare.</summary>
internal static class States
{
    /// <summary>Every tensor as text: name, type, shape and bytes.</summary>
    public static string[] Of(nn.Module module) => Of(ModuleState.Tensors(module));

    public static string[] Of(IEnumerable<CheckpointTensor> tensors) => [.. tensors.Select(One)];

    public static byte[] Bytes(CheckpointTensor tensor)
    {
        var bytes = new byte[tensor.ByteLength];
        tensor.Read(0, bytes);
        return bytes;
    }

    /// <summary>Gives every tensor values of its own, counters too.</summary>
    public static T Scrambled<T>(T module)
        where T : nn.Module
    {
        using var _ = no_grad();
        foreach (var (name, tensor) in module.state_dict())
        {
            if (tensor.dtype == ScalarType.Int64)
                tensor.fill_(name.Length);
            else
                tensor.uniform_(0.1, 1);
        }

        return module;
    }

    private static string One(CheckpointTensor tensor) =>
        $"{tensor.Name} {tensor.Type} [{string.Join(',', tensor.Shape)}] {Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(Bytes(tensor)))}";
}
