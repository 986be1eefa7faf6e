using ResNetGen.LibTorch.Interop;
using TorchSharp;

namespace ResNetGen.LibTorch;

/// <summary>How pictures and the weights of convolutions lie in memory. TorchSharp has nothing like it.</summary>
public static class MemoryFormat
{
    // c10::MemoryFormat::ChannelsLast.
    private const long ChannelsLastFormat = 2;
    private static readonly Operator Contiguous = Operator.Find("aten::contiguous");
    private static readonly Operator SetData = Operator.Find("aten::set_data");

    /// <summary>Returns a tensor <c>[N, C, H, W]</c> whose channels lie side by side; a new handle on the same memory where they do already.</summary>
    /// <exception cref="ArgumentException">The tensor has not four dimensions.</exception>
    public static torch.Tensor ChannelsLast(torch.Tensor tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        return tensor.Dimensions == 4
            ? Contiguous.Invoke(tensor, ChannelsLastFormat)
            : throw new ArgumentException($"Channels lie last in tensors of 4 dimensions; this one has {tensor.Dimensions}.", nameof(tensor));
    }

    /// <summary>Lays the weights of a module's convolutions, and its other tensors of four dimensions, with their channels last; each keeps its object.</summary>
    /// <returns>The module.</returns>
    public static T ChannelsLast<T>(T module)
        where T : torch.nn.Module
    {
        ArgumentNullException.ThrowIfNull(module);
        using var _ = torch.no_grad();
        foreach (var tensor in module.parameters().Concat(module.buffers()).Where(t => t.Dimensions == 4))
        {
            using var laid = ChannelsLast(tensor);
            SetData.InvokeVoid(tensor, laid);
        }

        return module;
    }
}
