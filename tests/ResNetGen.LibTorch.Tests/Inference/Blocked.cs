using static TorchSharp.torch;

namespace ResNetGen.LibTorch.Tests.Inference;

/// <summary>The blocked layouts of a tensor, made by libtorch's operators alone.</summary>
internal static class Blocked
{
    /// <summary>[N, C, H, W] as [N, C / block, H, W, block].</summary>
    internal static Tensor Of(Tensor x, long block)
    {
        long[] shape = x.shape;
        using Tensor parted = x.reshape(shape[0], shape[1] / block, block, shape[2], shape[3]);
        using Tensor turned = parted.permute(0, 1, 3, 4, 2);
        return turned.contiguous();
    }

    /// <summary>Every blocked layout that the channels allow.</summary>
    internal static IEnumerable<Tensor> All(Tensor x) =>
        from block in (long[])[8, 16] where x.shape[1] % block == 0 select Of(x, block);
}
