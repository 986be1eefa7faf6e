using ResNetGen.Architecture.Networks;
using ResNetGen.Architecture.Specs;

namespace ResNetGen.Architecture.Analysis;

/// <summary>What alike blocks of a stage cost.</summary>
/// <param name="Stage">The stage, from 0.</param>
/// <param name="Block">One of the blocks.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Each">What each costs.</param>
public sealed record BlockCosts(int Stage, Block Block, int Count, Cost Each)
{
    /// <summary>The weights of the main path's convolutions.</summary>
    public long Weights => Block.Residual.OfType<Convolution>().Sum(WeightsOf);

    /// <summary>
    /// The weights of two 3x3 convolutions as wide as the block's output: what a bottleneck saves against (He et al. 2015,
    /// figure 5).
    /// </summary>
    public long WeightsOfTwo3x3
    {
        get
        {
            var width = (long)Block.Residual.OfType<Convolution>().Last().Out;
            return checked(2 * 9 * width * width);
        }
    }

    /// <summary>The block in words: <c>projection bottleneck</c>.</summary>
    public string Kind => Block.Shortcut switch
    {
        ProjectionShortcut => "projection ",
        PaddedShortcut => "padded ",
        SubsampledShortcut => "subsampled ",
        NoShortcut => "plain ",
        _ => "identity ",
    } + KindOf(Block.Kind);

    /// <summary>Lists the kinds of block of each stage, in the order of the network.</summary>
    public static IEnumerable<BlockCosts> Of(Network network, NetworkAnalysis analysis)
    {
        var costs = network.Stages.Select(s => new Cost[s.Blocks.Count]).ToList();
        foreach (var layer in analysis.Layers.Where(l => l.Block >= 0))
            costs[layer.Stage][layer.Block] += Cost.Of(layer);

        for (var s = 0; s < network.Stages.Count; s++)
        {
            foreach (var alike in network.Stages[s].Blocks.Zip(costs[s], (block, cost) => (block, cost)).GroupBy(b => b))
                yield return new BlockCosts(s, alike.Key.block, alike.Count(), alike.Key.cost);
        }
    }

    /// <summary>A kind of block in words.</summary>
    public static string KindOf(BlockKind kind) => kind switch
    {
        BlockKind.Basic => "basic",
        BlockKind.Bottleneck => "bottleneck",
        BlockKind.PreactBasic => "preact basic",
        _ => "preact bottleneck",
    };

    private static long WeightsOf(Convolution convolution) => convolution.State[0].Elements;
}
