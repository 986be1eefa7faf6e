using System.Globalization;
using ResNetGen.Architecture.Language;
using ResNetGen.Architecture.Specs;

namespace ResNetGen.Architecture.Lowering;

/// <summary>What the parts of a network are called in the state dict.</summary>
/// <param name="naming">Whose names they are.</param>
/// <param name="isPreactivated">Whether a stage of the network is pre-activated: timm then has the names of its resnetv2.</param>
internal sealed class KeyNames(NamingKind naming, bool isPreactivated)
{
    /// <summary>Reads what a spec says.</summary>
    public static KeyNames Of(ResNetSpec spec) => new(
        spec.Root.Get(SpecKeys.Naming, NamingKind.Torchvision).Value,
        spec.Stages.Any(s => s.Kind.IsPreactivated()));

    /// <summary>Whose names they are.</summary>
    public NamingKind Naming => naming;

    /// <summary>Whether they are those of timm's resnetv2.</summary>
    public bool AreResnetV2 => naming == NamingKind.Timm && isPreactivated;

    /// <summary>The stem's only convolution, and its norm.</summary>
    public (string Convolution, string Norm) OnlyOfStem(NormKind kind) =>
        AreResnetV2 ? ("stem.conv", "stem.norm") : ("conv1", Norm(kind) + "1");

    /// <summary>What the stem's pool is called.</summary>
    public string Pool => AreResnetV2 ? "stem.pool" : "maxpool";

    /// <summary>The parts of a projection: pool, convolution, norm.</summary>
    public (string Pool, string Convolution, string Norm) Projection(bool hasPool) =>
        AreResnetV2 ? ("pool", "conv", "norm") : hasPool ? ("0", "1", "2") : ("", "0", "1");

    /// <summary>The linear layer.</summary>
    public string Classifier => AreResnetV2 ? "head.fc" : "fc";

    /// <summary>A norm, before its number.</summary>
    public string Norm(NormKind kind) => AreResnetV2 ? "norm"
        : kind == NormKind.Group && naming is (NamingKind.Mmdet or NamingKind.Mmpretrain) ? "gn" : "bn";

    /// <summary>The stage at <paramref name="index"/> from 0.</summary>
    public string Stage(int index) => string.Format(
        CultureInfo.InvariantCulture, AreResnetV2 ? "stages.{0}.blocks" : "layer{1}", index, index + 1);
}
