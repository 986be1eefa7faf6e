using System.Globalization;
using ResNetGen.Architecture.Diagnostics;
using ResNetGen.Architecture.Language;
using ResNetGen.Architecture.Specs;

namespace ResNetGen.Architecture.Lowering;

/// <summary>Works out how many blocks each stage has: said for each, or for all by <c>n</c> or <c>depth</c>.</summary>
internal static class BlockCounts
{
    /// <summary>Returns one count for each stage, or null after a finding.</summary>
    public static List<int>? Of(ResNetSpec spec, Findings findings)
    {
        var (n, depth) = (spec.Root.Find(SpecKeys.N), spec.Root.Find(SpecKeys.Depth));
        if (n is { } one && depth is not null)
        {
            findings.Add(Rules.SaidTwice, one.Site, SpecKeys.N.Name, SpecKeys.Depth.Name);
            return null;
        }

        var ofAll = n?.Value ?? (depth is { } d ? FromDepth(spec, d, findings) : null);
        if (depth is not null && ofAll is null)
            return null;

        var counts = new List<int>();
        foreach (var stage in spec.Stages)
        {
            var said = stage.FindOwn(StageKeys.Blocks);
            if (said is null && ofAll is null)
                findings.Add(Rules.MissingKey, stage.Site, "a stage", StageKeys.Blocks.Name, StageKeys.Blocks.Holds.Expected);
            else if (said is { } twice && ofAll is not null)
                findings.Add(Rules.SaidTwice, twice.Site, StageKeys.Blocks.Name, n is null ? SpecKeys.Depth.Name : SpecKeys.N.Name);
            else
                counts.Add(said?.Value ?? ofAll!.Value);
        }

        if (counts.Count < spec.Stages.Count)
            return null;

        var total = counts.Sum(c => (long)c);
        if (total <= Bounds.Blocks)
            return counts;

        var last = spec.Stages[spec.Stages.Count - 1];
        findings.Add(Rules.TooManyBlocks, (last.FindOwn(StageKeys.Blocks) ?? n ?? depth)!.Value.Site, total, Bounds.Blocks);
        return null;
    }

    // 6n+2 for three stages of basic blocks, 9n+2 for bottlenecks.
    private static int? FromDepth(ResNetSpec spec, Said<int> depth, Findings findings)
    {
        var each = spec.Stages.Sum(s => s.Kind.IsBottleneck() ? 3 : 2);
        var n = (depth.Value - 2) / each;
        if (n >= 1 && (n * each) + 2 == depth.Value)
            return n;

        var below = Math.Max(n, 1);
        findings.Add(Rules.DepthDoesNotFit, depth.Site, depth.Value, each, string.Format(
            CultureInfo.InvariantCulture, "{0} or {1}", (below * each) + 2, ((below + 1) * each) + 2));
        return null;
    }
}
