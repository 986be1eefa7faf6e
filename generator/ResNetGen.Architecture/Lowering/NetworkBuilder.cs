using System.Globalization;
using ResNetGen.Architecture.Diagnostics;
using ResNetGen.Architecture.Language;
using ResNetGen.Architecture.Networks;
using ResNetGen.Architecture.Specs;
using ResNetGen.Architecture.Text;

namespace ResNetGen.Architecture.Lowering;

/// <summary>Lowers a spec to a network: works out everything that the spec leaves to rules.</summary>
public static class NetworkBuilder
{
    /// <summary>Returns the network that <paramref name="spec"/> describes, or null after a finding.</summary>
    public static Network? Build(ResNetSpec spec, Findings findings, CancellationToken cancellation = default)
    {
        var found = new Findings();
        var network = Lower(spec, found, cancellation);
        findings.AddRange(found.ToArray());
        return found.HasErrors ? null : network;
    }

    private static Network? Lower(ResNetSpec spec, Findings found, CancellationToken cancellation)
    {
        if (BlockCounts.Of(spec, found) is not { } counts)
            return null;

        var names = KeyNames.Of(spec);
        var (stem, stemChannels) = new StemBuilder(spec, names, found).Build();
        var strides = new StridePlan(spec, found);
        var plan = strides.Make(StrideOf(stem));
        strides.CheckUseful(plan);
        var builders = Builders(spec, counts, names, found, cancellation);
        var stages = Stages(builders, stemChannels, plan, found, cancellation);
        var training = TrainingBuilder.Build(spec, found);
        var taps = Taps(spec, found);
        if (found.HasErrors)
            return null;

        CheckDilations(spec, builders, stemChannels, plan, stages, found, cancellation);
        var last = builders[builders.Count - 1];
        var head = new HeadBuilder(spec, names, found);
        var body = new Network(
            spec.Name, spec.Input.Value, stem, stages, head.Final(last.Settings, last.Channels, taps[taps.Count - 1]), Head: null, taps, training);
        return body with { Head = head.Build(body, last.Channels) };
    }

    private static List<StageBuilder> Builders(
        ResNetSpec spec, List<int> counts, KeyNames names, Findings found, CancellationToken cancellation)
    {
        var builders = new List<StageBuilder>();
        var width = 0;
        foreach (var stage in spec.Stages)
        {
            cancellation.ThrowIfCancellationRequested();
            width = stage.FindOwn(StageKeys.Width)?.Value ?? (stage.Index == 0 ? 64 : Math.Min(2 * width, Bounds.Channels));
            builders.Add(new StageBuilder(spec, stage, width, counts[stage.Index], names, found));
        }

        return builders;
    }

    private static EquatableArray<Stage> Stages(
        List<StageBuilder> builders, int channels, List<StageReach> plan, Findings found, CancellationToken cancellation)
    {
        var stages = new List<Stage>();
        for (var i = 0; i < builders.Count; i++)
        {
            stages.Add(builders[i].Build(channels, plan[i], found, cancellation));
            channels = builders[i].Channels;
        }

        return stages.ToEquatableArray();
    }

    // A dilation has an effect if the stages without it are others.
    private static void CheckDilations(
        ResNetSpec spec, List<StageBuilder> builders, int channels, List<StageReach> plan, EquatableArray<Stage> stages, Findings found, CancellationToken cancellation)
    {
        foreach (var stage in spec.Stages)
        {
            // Under a multi-grid it is the usual way to say what the rates replace.
            if (spec.MultiGridOf(stage) is not null || stage.FindOwn(StageKeys.Dilation) is not { Value: > 1 } said)
                continue;

            List<StageReach> without = [.. plan];
            without[stage.Index] = without[stage.Index] with { Dilation = 1 };
            if (stage.Index + 1 < without.Count)
                without[stage.Index + 1] = without[stage.Index + 1] with { Previous = 1 };

            if (Stages(builders, channels, without, new Findings(), cancellation).Equals(stages))
                found.Add(Rules.DilationWithoutEffect, said.Site, said.Value, stage.Shown);
        }
    }

    private static EquatableArray<int> Taps(ResNetSpec spec, Findings found)
    {
        var count = spec.Stages.Count + 1;
        if (spec.Root.Find(SpecKeys.Taps) is not { } said)
            return Enumerable.Range(1, count).ToEquatableArray();

        var taps = new SortedSet<int>();
        foreach (var tap in said.Value)
        {
            var name = string.Format(CultureInfo.InvariantCulture, "c{0}", tap.Value);
            if (tap.Value > count)
                found.Add(Rules.NoSuchTap, tap.Site, name, string.Format(CultureInfo.InvariantCulture, "the network has c1 to c{0}", count));
            else if (!taps.Add(tap.Value))
                found.Add(Rules.NoSuchTap, tap.Site, name, "it is named before, and can be taken once");
        }

        return taps.ToEquatableArray();
    }

    private static int StrideOf(Stem stem) => (int)Math.Min(
        LayerChain.Flatten(stem.Body.Concat(stem.Pool)).Aggregate(1L, (product, layer) => Math.Min(product * layer.Window.Stride, Bounds.Channels)),
        Bounds.Channels);
}
