using System.Globalization;
using ResNetGen.Architecture.Networks;

namespace ResNetGen.Architecture.Analysis;

/// <summary>A block whose two sides cannot be added.</summary>
/// <param name="Stage">The block's stage, from 0.</param>
/// <param name="Path">The block's key.</param>
/// <param name="Main">What the main path gives.</param>
/// <param name="Aside">What the shortcut gives.</param>
internal sealed record AdditionProblem(int Stage, string Path, ImageShape Main, ImageShape Aside)
{
    /// <summary>Returns the first such block of <paramref name="network"/> for <paramref name="input"/>, or null.</summary>
    public static AdditionProblem? Find(Network network, ImageShape input, CancellationToken cancellation = default)
    {
        var map = network.Stem.Body.Concat(network.Stem.Pool).Aggregate(input, (m, layer) => layer.Output(m));
        for (var s = 0; s < network.Stages.Count; s++)
        {
            var stage = network.Stages[s];
            for (var b = 0; b < stage.Blocks.Count; b++)
            {
                cancellation.ThrowIfCancellationRequested();
                var block = stage.Blocks[b];
                var main = block.MainPath.Aggregate(map, (m, layer) => layer.Output(m));
                var aside = block.Shortcut is NoShortcut ? main : block.Shortcut.Output(map);
                if (main != aside)
                    return new AdditionProblem(s, stage.Key + "." + b.ToString(CultureInfo.InvariantCulture), main, aside);

                map = main;
            }
        }

        return null;
    }
}

/// <summary>A convolution whose outer taps never meet its map.</summary>
internal static class DeadTaps
{
    /// <summary>Returns the first such layer of each stage; -1 is the stem.</summary>
    public static IEnumerable<LayerReport> Find(NetworkAnalysis analysis) => analysis.Layers
        .Where(l => l.Layer is Convolution && Reach(l.Layer.Window) >= Math.Min(l.Input.Height, l.Input.Width) && Reach(l.Layer.Window) > 0)
        .GroupBy(l => l.Stage).Select(g => g.First());

    // From the middle of a window to its outermost tap.
    private static int Reach(Window window) => window.Kernel % 2 == 0 ? 0 : window.Dilation * (window.Kernel / 2);
}
