namespace TorchSharp;

public static partial class torch
{
    /// <summary>How <see cref="nn.functional.interpolate"/> fills the pixels between.</summary>
    public enum InterpolationMode
    {
        /// <summary>The pixel at the rounded-down position.</summary>
        Nearest = 0,

        /// <summary>Linear, on one axis.</summary>
        Linear = 1,

        /// <summary>Linear, on two axes.</summary>
        Bilinear = 2,

        /// <summary>Cubic, on two axes.</summary>
        Bicubic = 3,

        /// <summary>Linear, on three axes.</summary>
        Trilinear = 4,

        /// <summary>The mean of the covered area.</summary>
        Area = 5,

        /// <summary>The nearest pixel, as image libraries choose it.</summary>
        NearestExact = 6,
    }
}
