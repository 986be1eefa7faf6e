namespace TorchSharp;

/// <summary>A convolution's padding by rule instead of by number.</summary>
public enum Padding
{
    /// <summary>None.</summary>
    Valid = 0,

    /// <summary>As much as keeps the size at stride 1.</summary>
    Same = 1,
}
