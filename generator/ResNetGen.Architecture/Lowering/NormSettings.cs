using ResNetGen.Architecture.Diagnostics;
using ResNetGen.Architecture.Language;
using ResNetGen.Architecture.Networks;
using ResNetGen.Architecture.Specs;
using ResNetGen.Architecture.Text;

namespace ResNetGen.Architecture.Lowering;

/// <summary>What norms are like.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Eps">What is added to the variance.</param>
/// <param name="Momentum">The weight of a new batch in the running statistics.</param>
/// <param name="Groups">The groups of a group norm.</param>
/// <param name="Site">Where the groups, or else the norm, are said.</param>
internal sealed record NormSettings(NormKind Kind, double Eps, double Momentum, int Groups, Site Site)
{
    /// <summary>Reads what <paramref name="said"/> says of norms; the defaults where it is null.</summary>
    public static NormSettings Of(Said<Section>? said, Site otherwise)
    {
        var norm = said?.Value ?? new Section(otherwise);
        return new NormSettings(
            norm.Get(NormKeys.Kind, NormKind.Batch).Value,
            norm.Get(NormKeys.Eps, 1e-5).Value,
            norm.Get(NormKeys.Momentum, 0.1).Value,
            norm.Get(NormKeys.Groups, 32).Value,
            norm.Find(NormKeys.Groups)?.Site ?? said?.Site ?? otherwise);
    }

    /// <summary>Adds a norm of <paramref name="channels"/> to <paramref name="layers"/>, if there are norms.</summary>
    /// <param name="layers">Takes the norm.</param>
    /// <param name="key">The norm's key.</param>
    /// <param name="channels">The channels it sees.</param>
    /// <param name="place">Where it is, for the message.</param>
    /// <param name="findings">Takes groups that do not divide the channels.</param>
    public void AddTo(List<Layer> layers, string key, int channels, string place, Findings findings)
    {
        if (Kind == NormKind.Group && channels % Groups != 0)
            findings.Add(Rules.NormGroupsDoNotDivide, Site, Groups, channels, place);

        Layer? norm = Kind switch
        {
            NormKind.Batch => new BatchNorm(key, channels, Eps, Momentum),
            NormKind.FrozenBatch => new FrozenBatchNorm(key, channels, Eps),
            NormKind.Group => new GroupNorm(key, Groups, channels, Eps),
            _ => null,
        };
        if (norm is not null)
            layers.Add(norm);
    }
}
