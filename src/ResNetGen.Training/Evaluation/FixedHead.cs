using TorchSharp.Modules;
using static TorchSharp.torch;

namespace ResNetGen.Training.Evaluation;

/// <summary>Heads whose average pool has a kernel of its own (<c>pool_kernel</c>), so that the linear layer behind it fits one size of pictures only.</summary>
internal static class FixedHead
{
    /// <summary>Refuses to show a network pictures of sizes that it does not take.</summary>
    /// <exception cref="NotSupportedException">The network takes one size only, and the plan shows several.</exception>
    public static void Refuse(nn.Module network, ViewPlan plan)
    {
        if (!plan.IsOfManySizes || !Has(network))
            return;

        throw new NotSupportedException(
            $"{network.GetName()} cannot be applied to whole pictures at several sizes: its head pools with a kernel of one size (pool_kernel) and its linear layer fits one size of maps; evaluate it with a crop");
    }

    // The last pool of the network, where it is no mean over the whole map.
    private static bool Has(nn.Module network) =>
        InOrder(network).Reverse().SkipWhile(m => m is not (AvgPool2d or AdaptiveAvgPool2d) && !IsSpatial(m)).FirstOrDefault() is AvgPool2d;

    // A module before what is in it, and all of that before its neighbour; named_modules has another order.
    private static IEnumerable<nn.Module> InOrder(nn.Module module) => module.named_children().SelectMany(c => InOrder(c.module)).Prepend(module);

    // The linear layer of some heads is a 1x1 convolution.
    private static bool IsSpatial(nn.Module module) => module is Conv2d { weight: { } weight } && weight.shape[^1] > 1;
}
