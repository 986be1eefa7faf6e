using System.Globalization;
using ResNetGen.Architecture;
using ResNetGen.Architecture.Analysis;
using ResNetGen.Architecture.Networks;

namespace ResNetGen.Export.Pictures;

/// <summary>Decides what of a network is drawn.</summary>
internal static class PictureBuilder
{
    /// <summary>Up to so many layers on the main path, every block is drawn; of deeper networks, blocks that repeat are drawn once.</summary>
    public const int LayersDrawnInFull = 40;

    /// <summary>Makes the picture of <paramref name="spec"/>.</summary>
    public static Picture Of(CompiledSpec spec)
    {
        var (network, analysis) = (spec.Network, spec.Analysis);
        var parts = new List<PicturePart>
        {
            new(0, "stem", Stem(spec), Output(spec, 0), [PictureUnit.Of(LayerText.Boxes(network.Stem.Body.Concat(network.Stem.Pool), namesNorms: false))]),
        };
        var isFull = analysis.MainPathLayers <= LayersDrawnInFull;
        for (var s = 0; s < network.Stages.Count; s++)
        {
            var blocks = network.Stages[s].Blocks;
            var kind = BlockCosts.KindOf(blocks[0].Kind);
            parts.Add(new PicturePart(
                s + 1,
                $"stage {LayerText.Number(s + 1)}",
                [$"{LayerText.Number(blocks.Count)} x {kind}", Output(spec, s + 1)],
                Output(spec, s + 1),
                [.. Units(blocks, isFull)]));
        }

        var head = LayerText.Boxes(network.Final, namesNorms: true).Concat(Head(network)).ToList();
        if (head.Count > 0)
            parts.Add(new PicturePart(-1, "head", [], "", [PictureUnit.Of(head)]));

        var facts = string.Format(
            CultureInfo.InvariantCulture, "{0} layers, {1:N0} parameters, {2:N0} MACs", analysis.Depth, analysis.Total.Parameters, analysis.Total.Macs);
        return new Picture(network.Name, facts, "input " + analysis.Input, parts);
    }

    // A 1x1 convolution that classifies is called what it is for.
    private static IEnumerable<string> Head(Network network) => network.Head is not { } head
        ? []
        : LayerText.Boxes(head.Layers.Where(l => l != head.Classifier), namesNorms: false).Append("fc " + LayerText.Number(head.Classes));

    // The stem's tap lies before its pool.
    private static string[] Stem(CompiledSpec spec)
    {
        var (leaves, output) = (Output(spec, 0), spec.Analysis.OutputOf(-1));
        var tap = spec.Analysis.Taps.FirstOrDefault(t => t.Name == "c1");
        return tap is null || tap.Shape == output ? [leaves] : [$"c1: {tap.Shape}", $"pooled: {output}"];
    }

    // What leaves the stem (level 0) or a stage; named where it is a tap.
    private static string Output(CompiledSpec spec, int level)
    {
        var (output, name) = (spec.Analysis.OutputOf(level - 1), "c" + LayerText.Number(level + 1));
        return spec.Analysis.Taps.Any(t => t.Name == name && t.Shape == output) ? $"{name}: {output}" : output.ToString();
    }

    private static IEnumerable<PictureUnit> Units(IReadOnlyList<Block> blocks, bool isFull)
    {
        for (var start = 0; start < blocks.Count;)
        {
            var end = start + 1;
            while (end < blocks.Count && blocks[end].Equals(blocks[start]))
                end++;

            var unit = Unit(blocks[start], isFull ? 1 : end - start);
            for (var i = start; i < end; i += unit.Count)
                yield return unit;

            start = end;
        }
    }

    // A projection of a pre-activated block begins behind the first norm and activation.
    private static PictureUnit Unit(Block block, int count)
    {
        var isLate = block.Shortcut is ProjectionShortcut;
        return new PictureUnit(
            count,
            [.. LayerText.Boxes(isLate ? block.Before : [], namesNorms: true)],
            [.. LayerText.Boxes(isLate ? block.Residual : block.MainPath, block.IsPreactivated)],
            Shortcut(block));
    }

    private static PictureShortcut? Shortcut(Block block) => block.Shortcut is NoShortcut ? null : new PictureShortcut(
        Changes(block),
        block.Shortcut switch
        {
            ProjectionShortcut p => [.. LayerText.Boxes(p.Layers, namesNorms: false)],
            PaddedShortcut p => [LayerText.Said(LayerText.Stride(p.Stride), Zeros(p))],
            SubsampledShortcut p => [LayerText.Stride(p.Stride)],
            _ => [],
        });

    private static string Zeros(PaddedShortcut padded) =>
        (padded.Before > 0 ? LayerText.Number(padded.Before) + " + " : "") + LayerText.Number(padded.After) + " zero maps";

    private static bool Changes(Block block)
    {
        var convolutions = block.Residual.OfType<Convolution>().ToList();
        return convolutions[0].In != convolutions[^1].Out || block.MainPath.Any(l => l.Window.Stride > 1);
    }
}
