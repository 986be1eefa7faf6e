using ResNetGen.Architecture.Language;
using ResNetGen.Architecture.Networks;
using ResNetGen.Architecture.Text;

namespace ResNetGen.Architecture.Comparison;

/// <summary>What shortcuts and training are, as named values.</summary>
public static class NetworkFacts
{
    /// <summary>Returns what a shortcut is called: <c>identity</c>, <c>projection</c>, ...</summary>
    /// <exception cref="ArgumentException">There is no such kind of shortcut.</exception>
    public static string KindOf(Shortcut shortcut) => shortcut switch
    {
        IdentityShortcut => "identity",
        NoShortcut => "none",
        SubsampledShortcut => "subsampled",
        PaddedShortcut => "padded",
        ProjectionShortcut => "projection",
        _ => throw new ArgumentException("no such kind of shortcut: " + shortcut.GetType().Name, nameof(shortcut)),
    };

    /// <summary>Lists the settings of a shortcut; a projection's are those of its layers.</summary>
    public static EquatableArray<Fact> Of(Shortcut shortcut) => (shortcut switch
    {
        SubsampledShortcut s => [new("stride", FactValue.Of(s.Stride))],
        PaddedShortcut p => [new("stride", FactValue.Of(p.Stride)), new("zeros_before", FactValue.Of(p.Before)), new("zeros_after", FactValue.Of(p.After))],
        _ => Array.Empty<Fact>(),
    }).ToEquatableArray();

    /// <summary>Returns the word of a kind of block.</summary>
    public static string KindOf(Block block) => FactValue.Of(WordShapes.Block, block.Kind);

    /// <summary>Lists what only training sees.</summary>
    public static EquatableArray<Fact> Of(Training training) => new Fact[]
    {
        new("init", FactValue.Of(WordShapes.Init, training.Init)),
        new("linear_init", FactValue.Of(WordShapes.LinearInit, training.LinearInit)),
        new("zero_init_residual", FactValue.Of(training.ZeroInitResidual)),
        new("stochastic_depth", FactValue.Of(training.StochasticDepth)),
        new("frozen_stages", FactValue.Of(training.FrozenStages)),
        new("norm_eval", FactValue.Of(training.NormEval)),
    }.ToEquatableArray();
}
