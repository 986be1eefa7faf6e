namespace ResNetGen.Training.Data;

/// <summary>A rectangle that is cut out of a picture; it may reach over the picture's edges.</summary>
/// <param name="Left">Its first column in the picture; negative left of it.</param>
/// <param name="Top">Its first row in the picture; negative above it.</param>
/// <param name="Width">Its columns.</param>
/// <param name="Height">Its rows.</param>
/// <param name="Flip">Whether it is mirrored, left to right, when it is cut out.</param>
internal readonly record struct Window(int Left, int Top, int Width, int Height, bool Flip = false)
{
    /// <summary>The part of the window in which a picture lies, in the window's own rows and columns, before it is mirrored.</summary>
    public (int Left, int Top, int Width, int Height) Covered(int imageWidth, int imageHeight)
    {
        var left = Math.Clamp(-Left, 0, Width);
        var top = Math.Clamp(-Top, 0, Height);
        return (left, top, Math.Clamp(imageWidth - Left, left, Width) - left, Math.Clamp(imageHeight - Top, top, Height) - top);
    }
}
