using System.Text;
using ResNetGen.Architecture.Networks;

namespace ResNetGen.Architecture.Comparison;

/// <summary>
/// A network as text that says everything about it and nothing about how its spec is written: one line for each layer, with
/// every number. Two networks have one text if they are the same but for their name.
/// </summary>
/// <remarks>
/// <para>
/// Version 1, LF behind each line, two spaces for each level:
/// <c>resnetgen network v1</c>; <c>input CxHxW</c>; <c>stem</c> with its layers; <c>stem_pool</c> with its layers; for each stage
/// <c>stage KEY</c> with its blocks; <c>final</c> with its layers; <c>head size_fixed=BOOL</c> with its layers, or <c>head none</c>;
/// <c>taps</c> with their numbers; <c>training</c> with its settings.
/// </para>
/// <para>
/// Blocks that are the same and follow each other are written once: <c>block x17 KIND</c>, below it <c>before</c>, <c>residual</c>,
/// <c>shortcut KIND SETTINGS</c> and <c>after</c> with their layers. A layer is <c>KIND KEY SETTING=VALUE ...</c>; below a chain stand its layers.
/// </para>
/// <para>
/// The name is left out: it names the class, and a network that is only called otherwise computes the same and loads the same
/// weights. A change of this text is a new version, for hashes are kept in files.
/// </para>
/// </remarks>
public static class CanonicalText
{
    /// <summary>The first line: the format and its version.</summary>
    public const string FirstLine = "resnetgen network v1";

    /// <summary>Writes <paramref name="network"/>.</summary>
    public static string Of(Network network, CancellationToken cancellation = default)
    {
        var text = new StringBuilder();
        Line(text, 0, FirstLine);
        Line(text, 0, "input " + network.Input);
        Layers(text, 0, "stem", network.Stem.Body);
        Layers(text, 0, "stem_pool", network.Stem.Pool);
        foreach (var stage in network.Stages)
        {
            Line(text, 0, "stage " + stage.Key);
            foreach (var run in BlockRun.Of(stage, cancellation))
                Write(text, run);
        }

        Layers(text, 0, "final", network.Final);
        Layers(text, 0, network.Head is { } head ? "head size_fixed=" + FactValue.Of(head.IsSizeFixed) : "head none", network.Head?.Layers ?? []);
        Line(text, 0, "taps" + string.Concat(network.Taps.Select(tap => " " + FactValue.Of(tap))));
        Line(text, 0, "training" + Settings(NetworkFacts.Of(network.Training)));
        return text.ToString();
    }

    /// <summary>Writes one layer as its line has it: <c>conv conv1 in=3 out=64 ...</c>.</summary>
    public static string LineOf(Layer layer) => LayerFacts.KindOf(layer) + " " + layer.Key + Settings(LayerFacts.Of(layer));

    private static void Write(StringBuilder text, BlockRun run)
    {
        var block = run.Block;
        Line(text, 1, "block x" + FactValue.Of(run.Count) + " " + NetworkFacts.KindOf(block));
        Layers(text, 2, "before", block.Before);
        Layers(text, 2, "residual", block.Residual);
        Layers(
            text,
            2,
            "shortcut " + NetworkFacts.KindOf(block.Shortcut) + Settings(NetworkFacts.Of(block.Shortcut)),
            block.Shortcut is ProjectionShortcut projection ? [projection.Chain] : []);
        Layers(text, 2, "after", block.After is { } after ? [after] : []);
    }

    private static void Layers(StringBuilder text, int level, string heading, IEnumerable<Layer> layers)
    {
        Line(text, level, heading);
        foreach (var layer in layers)
        {
            if (layer is LayerChain chain)
                Layers(text, level + 1, LineOf(chain), chain.Layers);
            else
                Line(text, level + 1, LineOf(layer));
        }
    }

    private static string Settings(IEnumerable<Fact> facts) => string.Concat(facts.Select(fact => " " + fact));

    private static void Line(StringBuilder text, int level, string line) => text.Append(' ', 2 * level).Append(line).Append('\n');
}
