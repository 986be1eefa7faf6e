namespace TorchSharp;

/// <summary>What padding is made of.</summary>
public enum PaddingModes
{
    /// <summary>Zeros.</summary>
    Zeros = 0,

    /// <summary>The image mirrored at its border, the border itself not repeated.</summary>
    Reflect = 1,

    /// <summary>The border repeated.</summary>
    Replicate = 2,

    /// <summary>The image's other side.</summary>
    Circular = 3,

    /// <summary>A given value.</summary>
    Constant = 4,
}
