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
        var blocks = spec.Stages.Sum(s => (long)s.Get(StageKeys.Blocks, 1).Value);
        if (blocks > Bounds.Blocks)
        {
            findings.Add(Rules.TooManyBlocks, spec.Stages[spec.Stages.Count - 1].Get(StageKeys.Blocks, 1).Site, blocks, Bounds.Blocks);
            return null;
        }

        var found = new Findings();
        var (stem, channels) = new StemBuilder(spec, found).Build();
        var stages = new List<Stage>();
        var width = 0;
        foreach (var stage in spec.Stages)
        {
            cancellation.ThrowIfCancellationRequested();
            width = stage.Get(StageKeys.Width, stage.Index == 0 ? 64 : Math.Min(2 * width, Bounds.Channels)).Value;
            var built = new StageBuilder(stage, width, found).Build(channels);
            stages.Add(built.Stage);
            channels = built.Channels;
        }

        findings.AddRange(found.ToArray());
        if (found.HasErrors)
            return null;

        var head = new Head(new GlobalAveragePool("avgpool"), new Linear("fc", channels, spec.Classes.Value));
        return new Network(spec.Name, spec.Input.Value, stem, stages.ToEquatableArray(), head);
    }

    internal static string StageKey(int index) => (index + 1).ToString("'layer'0", CultureInfo.InvariantCulture);
}
