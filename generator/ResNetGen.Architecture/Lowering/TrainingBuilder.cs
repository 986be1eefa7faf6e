using System.Globalization;
using ResNetGen.Architecture.Diagnostics;
using ResNetGen.Architecture.Language;
using ResNetGen.Architecture.Networks;
using ResNetGen.Architecture.Specs;

namespace ResNetGen.Architecture.Lowering;

/// <summary>Lowers what only training sees.</summary>
internal static class TrainingBuilder
{
    public static Training Build(ResNetSpec spec, Findings findings)
    {
        var said = spec.Root;
        var drop = said.Get(SpecKeys.StochasticDepth, 0.0);
        if (drop.Value > 0 && spec.Stages.FirstOrDefault(s => s.Get(BlockKeys.Shortcut, ShortcutKind.B).Value == ShortcutKind.None) is { } plain)
            findings.Add(Rules.CannotBeMade, drop.Site, $"stochastic depth drops main paths, and {plain.Shown} has no shortcut that would be left");

        if (said.Find(SpecKeys.ZeroInitResidual) is { Value: true } zero
            && spec.Stages.Any(s => !s.Kind.IsPreactivated() && NormSettings.Of(s.Find(BlockKeys.Norm), s.Site).Kind == NormKind.FrozenBatch))
        {
            findings.Add(Rules.CannotBeMade, zero.Site, "zero_init_residual would zero frozen norms, which training never changes");
        }

        return new Training(
            said.Get(SpecKeys.Init, InitKind.KaimingFanOut).Value,
            said.Get(SpecKeys.LinearInit, LinearInit.Default).Value,
            said.Get(SpecKeys.ZeroInitResidual, otherwise: false).Value,
            drop.Value,
            Frozen(spec, findings),
            said.Get(SpecKeys.NormEval, otherwise: false).Value);
    }

    private static int Frozen(ResNetSpec spec, Findings findings)
    {
        var (frozen, trainable) = (spec.Root.Find(SpecKeys.FrozenStages), spec.Root.Find(SpecKeys.TrainableLayers));
        var stages = spec.Stages.Count;
        if (frozen is not null && trainable is { } twice)
            findings.Add(Rules.SaidTwice, twice.Site, SpecKeys.TrainableLayers.Name, SpecKeys.FrozenStages.Name);

        if (frozen is { } f && f.Value > stages)
            findings.Add(Rules.NothingToFreeze, f.Site, Text(SpecKeys.FrozenStages.Name, f.Value), Text("stages", stages));
        if (trainable is { } t && t.Value > stages + 1)
            findings.Add(Rules.NothingToFreeze, t.Site, Text(SpecKeys.TrainableLayers.Name, t.Value), Text("stages and stem", stages + 1));

        // torchvision counts from the back: one more than the stages leaves the stem free, too.
        return trainable is { } count ? stages - count.Value : frozen?.Value ?? -1;
    }

    private static string Text(string key, int value) => string.Format(CultureInfo.InvariantCulture, "{0}: {1}", key, value);
}
