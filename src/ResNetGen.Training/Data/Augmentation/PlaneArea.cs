namespace ResNetGen.Training.Data;

/// <summary>A rectangle in the three planes of a picture.</summary>
/// <param name="Stride">Columns of a plane.</param>
/// <param name="Plane">Floats of a plane.</param>
/// <param name="Left">The rectangle's first column.</param>
/// <param name="Top">The rectangle's first row.</param>
/// <param name="Width">The rectangle's columns.</param>
/// <param name="Height">The rectangle's rows.</param>
internal readonly record struct PlaneArea(int Stride, int Plane, int Left, int Top, int Width, int Height)
{
    /// <summary>The part of a window that a picture covers, where <see cref="PixelWriter"/> puts it.</summary>
    public static PlaneArea Of(Window window, int imageWidth, int imageHeight)
    {
        var (left, top, width, height) = window.Covered(imageWidth, imageHeight);
        return new PlaneArea(window.Width, window.Width * window.Height, window.Flip ? window.Width - left - width : left, top, width, height);
    }

    /// <summary>A row of the rectangle in each plane.</summary>
    public PlaneRow Row(Span<float> planes, int y)
    {
        var at = ((Top + y) * Stride) + Left;
        return new PlaneRow(planes.Slice(at, Width), planes.Slice(Plane + at, Width), planes.Slice((2 * Plane) + at, Width));
    }
}

/// <summary>A row of each plane.</summary>
internal readonly ref struct PlaneRow(Span<float> red, Span<float> green, Span<float> blue)
{
    private readonly Span<float> _red = red;
    private readonly Span<float> _green = green;
    private readonly Span<float> _blue = blue;

    public void Deconstruct(out Span<float> red, out Span<float> green, out Span<float> blue)
    {
        red = _red;
        green = _green;
        blue = _blue;
    }
}
