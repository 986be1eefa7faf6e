using ResNetGen.Weights;

namespace ResNetGen.Export;

/// <summary>How a network is written as an ONNX file.</summary>
public sealed record OnnxOptions
{
    /// <summary>The oldest operator set that can be asked for.</summary>
    public const int OldestOpset = 13;

    /// <summary>The newest operator set that can be asked for.</summary>
    public const int NewestOpset = 17;

    /// <summary>The version of ONNX's operators, <see cref="OldestOpset"/> to <see cref="NewestOpset"/>. The network computes the same
    /// with each.</summary>
    public int Opset { get; init; } = NewestOpset;

    /// <summary>Whether batch norms, frozen ones too, become part of the convolutions that they follow. A norm that follows no
    /// convolution (the first of a pre-activated block, the final one) stays.</summary>
    public bool FoldBatchNorm { get; init; }

    /// <summary>Whether the file takes any number of pictures at once; else it takes one.</summary>
    public bool DynamicBatch { get; init; }

    /// <summary>Whether the taps (<c>c1</c>, <c>c2</c>, ...) are outputs beside the head's. A network without a head always gives its
    /// taps.</summary>
    public bool Taps { get; init; }

    /// <summary>Whether weights that the network does not have are refused; else they are left out. What it has must be there in any
    /// case.</summary>
    public bool Strict { get; init; } = true;

    /// <summary>Whose names the weights have, to turn them into the network's; null where they are the network's already.</summary>
    public KeyNaming? Naming { get; init; }

    /// <summary>Where the weights are from, for the file's metadata; null says nothing.</summary>
    public string? WeightsSource { get; init; }
}
