using ResNetGen.Architecture.Networks;

namespace ResNetGen.Architecture.Emission.Inference;

/// <summary>What a network made for inference is made of.</summary>
internal static class InferenceNames
{
    public const string Class = "Inference";
    public const string Maker = "ToInference";
    public const string Options = "global::ResNetGen.InferenceOptions";
    public const string Float32 = Names.Torch + ".ScalarType.Float32";
    public const string Float64 = Names.Torch + ".ScalarType.Float64";
    public const string Disposable = "global::System.IDisposable";

    /// <summary>The nested classes: the network's class cannot be called as one of them.</summary>
    public static readonly string[] Nested =
    [
        Class, "Fused", "FusedActivation", "FusedBlock", "FusedChannelAttention", "FusedConvolution", "FusedGate", "FusedGroupNorm",
        "FusedLinear", "FusedMaxPool", "FusedNorm", "FusedPart", "FusedParts", "FusedPool", "FusedSqueezeExcitation", "FusedStatistics",
    ];

    private const string Engine = "global::ResNetGen.LibTorch.Inference.";

    /// <summary>The name of a type that a backend may bring: <c>Fused</c>, <c>FusedConvolution</c>, <c>FusedActivation</c>.</summary>
    public static string OfEngine(string type, bool hasEngine) => hasEngine ? Engine + type : type;

    /// <summary>Whether a <c>FusedConvolution</c> computes a layer: a batch norm before a convolution, too, where the backend brings a fast one.</summary>
    public static bool IsConvolved(Layer layer, bool hasEngine) => layer is Convolution || (hasEngine && layer is (BatchNorm or FrozenBatchNorm));
}
