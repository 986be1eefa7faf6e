using System.Globalization;

namespace ResNetGen.Weights.Naming;

/// <summary>Writes names as one of the code bases does. The rules are those of the spec language's <c>naming</c>.</summary>
internal sealed class KeyStyle(KeyNaming naming, NamedState state)
{
    private readonly bool _isResNetV2 = naming == KeyNaming.Timm && state.IsPreactivated;

    private readonly string _norm = naming == KeyNaming.Timm && state.IsPreactivated ? "norm"
        : naming is KeyNaming.Mmdet or KeyNaming.Mmpretrain && state.HasGroupNorm ? "gn"
        : "bn";

    /// <summary>Returns the name of a role.</summary>
    /// <param name="role">What is named.</param>
    /// <param name="projectionIndex">The place of a projection's layer among its layers; null where it is not known.</param>
    public string NameOf(KeyRole role, int? projectionIndex) => role.Part switch
    {
        KeyPart.Stem => Stem(role.Layer),
        KeyPart.Pool => (_isResNetV2 ? "stem.pool." : "maxpool.") + (role.Layer == "conv" ? "0" : "1"),
        KeyPart.Block => Format(_isResNetV2 ? "stages.{0}.blocks.{2}.{3}" : "layer{1}.{2}.{3}", role.Stage - 1, role.Stage, role.Block, Layer(role.Layer, projectionIndex)),
        KeyPart.FinalNorm => "norm",
        _ => _isResNetV2 ? "head.fc" : "fc",
    } + "." + role.Tensor;

    /// <summary>Whether the classifier is a 1x1 convolution, whose weight has two sizes more.</summary>
    public bool ClassifierIsConvolution => _isResNetV2;

    private string Layer(string layer, int? projectionIndex) => layer switch
    {
        "projection.conv" => "downsample." + (_isResNetV2 ? "conv" : Format("{0}", projectionIndex ?? 0)),
        "projection.norm" => "downsample." + (_isResNetV2 ? "norm" : Format("{0}", projectionIndex ?? 1)),
        _ when layer.StartsWith("norm", StringComparison.Ordinal) => string.Concat(_norm, layer.AsSpan("norm".Length)),
        _ => layer,
    };

    private string Stem(string layer)
    {
        var isNorm = layer.StartsWith("norm", StringComparison.Ordinal);
        var number = int.Parse(layer.AsSpan("conv".Length), NumberStyles.None, CultureInfo.InvariantCulture);
        if (state.StemConvolutions <= 1)
            return _isResNetV2 ? (isNorm ? "stem.norm" : "stem.conv") : isNorm ? _norm + "1" : "conv1";

        if (_isResNetV2)
            return "stem." + layer;

        return naming switch
        {
            KeyNaming.Mmpretrain => Format("stem.{0}.{1}", number - 1, isNorm ? _norm : "conv"),
            KeyNaming.Mmdet => Format("stem.{0}", (3 * (number - 1)) + (isNorm ? 1 : 0)),
            // The last norm lies beside the others.
            _ => isNorm && number == state.StemConvolutions ? _norm + "1" : Format("conv1.{0}", (3 * (number - 1)) + (isNorm ? 1 : 0)),
        };
    }

    private static string Format(string format, params object[] values) => string.Format(CultureInfo.InvariantCulture, format, values);
}
