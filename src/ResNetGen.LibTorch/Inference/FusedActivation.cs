namespace ResNetGen.LibTorch.Inference;

/// <summary>What a <see cref="FusedConvolution"/> does to its sum.</summary>
public enum FusedActivation
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>max(x, 0).</summary>
    Relu,

    /// <summary>min(max(x, 0), 6).</summary>
    Relu6,

    /// <summary>x where it is positive, 0.01 x elsewhere.</summary>
    LeakyRelu,

    /// <summary>x where it is positive, exp(x) - 1 elsewhere.</summary>
    Elu,

    /// <summary>x times its sigmoid.</summary>
    Silu,

    /// <summary>x times the normal distribution function of x.</summary>
    Gelu,

    /// <summary>x times relu6(x + 3) / 6.</summary>
    Hardswish,
}
