using System.Globalization;
using ResNetGen.Architecture.Analysis;
using ResNetGen.Architecture.Comparison;
using ResNetGen.Architecture.Networks;

namespace ResNetGen.Architecture.Locks;

/// <summary>What a lock says of a network, most telling facts first: the hash, which says that anything differs and not what, is last.</summary>
public static class LockFacts
{
    internal const string Input = "input";
    internal const string Taps = "taps";
    internal const string Layers = "layers";
    internal const string State = "state dict";
    internal const string Keys = "sha256";
    internal const string Training = "training";
    internal const string Hash = "hash";
    internal const string Bytes = " bytes";
    internal const string TooLarge = "does not fit 64 bits";

    /// <summary>The names that every lock has on lines of their own, before the stem.</summary>
    internal static readonly string[] Numbers =
    [
        NumberNames.Depth, NumberNames.MainPathLayers, NumberNames.Parameters, NumberNames.Buffers, NumberNames.StateDictEntries,
        NumberNames.Macs, NumberNames.Activations, NumberNames.InferenceMemory, NumberNames.TrainingMemory,
    ];

    /// <summary>Lists the facts, in the order of the file.</summary>
    public static IReadOnlyList<LockFact> Of(CompiledSpec spec, CancellationToken cancellation = default)
    {
        var (network, analysis) = (spec.Network, spec.Analysis);
        var facts = new List<LockFact> { Own(Input, network.Input.ToString()) };
        facts.AddRange(NetworkNumbers.Of(spec).Select(n => Own(n.Name, n.Value is { } value ? Text(value) + UnitOf(n.Name) : TooLarge)));
        facts.Add(Own(Place.Stem.Name, CostOf(analysis.Parts[0])));
        facts.Add(Below(Place.Stem.Name, Layers, network.Stem.Body));
        if (network.Stem.Pool.Count > 0)
            facts.Add(Below(Place.Stem.Name, "pool", network.Stem.Pool));

        for (var s = 0; s < network.Stages.Count; s++)
        {
            var stage = network.Stages[s];
            facts.Add(Own(stage.Key, Text(stage.Blocks.Count) + (stage.Blocks.Count == 1 ? " block, " : " blocks, ") + analysis.OutputOf(s) + ", " + CostOf(analysis.Parts[s + 1])));
            facts.AddRange(BlockRun.Of(stage, cancellation).Select(run => new LockFact(
                stage.Key, Text(run.First), Text(run.Count) + " x " + LayerSketch.Of(run.Block))));
        }

        facts.Add(Own(Place.Head.Name, network.Head is null ? "none" : CostOf(analysis.Parts[analysis.Parts.Count - 1]) + (network.Head.IsSizeFixed ? ", for one size" : "")));
        if (network.Final.Count > 0)
            facts.Add(Below(Place.Head.Name, "before", network.Final));
        if (network.Head is { } head)
            facts.Add(Below(Place.Head.Name, Layers, head.Layers));

        facts.Add(Own(Taps, ""));
        facts.AddRange(analysis.Taps.Select(t => new LockFact(Taps, t.Name, string.Format(
            CultureInfo.InvariantCulture, "{0}, stride {1}, receptive field {2}", t.Shape, t.Stride, t.ReceptiveField))));
        facts.Add(Own(Layers, ""));
        facts.AddRange(LayerCounts.Of(network).Select(c => new LockFact(Layers, c.Kind, Text(c.Count))));
        facts.Add(Own(Training, string.Join(", ", NetworkFacts.Of(network.Training).Select(f => f.Name + " " + f.Value))));
        facts.Add(Own(State, ""));
        facts.AddRange(StateModules.Of(network, cancellation).Select(m => new LockFact(State, m.Where, m.Modules)));
        facts.Add(new LockFact(State, Keys, StateModules.HashOf(analysis.State)));
        facts.Add(Own(Hash, NetworkHash.Of(network, cancellation)));
        return facts;
    }

    private static string UnitOf(string name) => name is NumberNames.InferenceMemory or NumberNames.TrainingMemory ? Bytes : "";

    private static LockFact Own(string name, string value) => new(name, "", value);

    private static LockFact Below(string section, string name, IEnumerable<Layer> layers) =>
        new(section, name, string.Join("; ", LayerChain.Flatten(layers).Select(LayerSketch.Of)));

    private static string CostOf(Cost cost) => Text(cost.Parameters) + " parameters, " + Text(cost.Macs) + " MACs";

    private static string Text(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
