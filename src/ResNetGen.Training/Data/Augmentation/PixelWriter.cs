namespace ResNetGen.Training.Data;

/// <summary>Writes pixels as a network takes them: floats, one plane per channel, in one pass with the crop and the mirror.</summary>
internal sealed class PixelWriter(Normalization normalization)
{
    private readonly PixelTables _tables = PixelTables.Normalized(normalization);

    /// <summary>Writes a rectangle of a picture, normalised; what lies outside the picture is zero.</summary>
    /// <param name="image">The picture.</param>
    /// <param name="left">The rectangle's first column in the picture; may be negative.</param>
    /// <param name="top">The rectangle's first row in the picture; may be negative.</param>
    /// <param name="width">The rectangle's columns.</param>
    /// <param name="height">The rectangle's rows.</param>
    /// <param name="flip">Whether it is mirrored, left to right.</param>
    /// <param name="planes">Takes <c>[3, height, width]</c>.</param>
    public void Write(RgbImage image, int left, int top, int width, int height, bool flip, Span<float> planes) =>
        Write(image, new Window(left, top, width, height, flip), _tables, planes);

    /// <summary>Writes a window of a picture; what lies outside the picture is zero.</summary>
    /// <param name="image">The picture.</param>
    /// <param name="window">The window.</param>
    /// <param name="tables">What the values become.</param>
    /// <param name="planes">Takes <c>[3, window.Height, window.Width]</c>.</param>
    public static void Write(RgbImage image, Window window, PixelTables tables, Span<float> planes)
    {
        var plane = window.Width * window.Height;
        planes = planes[..(3 * plane)];
        var (left, top, width, height) = window.Covered(image.Width, image.Height);
        if (width < window.Width || height < window.Height)
            planes.Clear();

        var column = window.Flip ? window.Width - left - width : left;
        for (var row = top; row < top + height; row++)
        {
            var source = image.Pixels.AsSpan(3 * (((window.Top + row) * image.Width) + window.Left + left), 3 * width);
            var target = (row * window.Width) + column;
            for (var channel = 0; channel < 3; channel++)
                WriteRow(source, channel, tables.Of(channel), window.Flip, planes.Slice((channel * plane) + target, width));
        }
    }

    private static void WriteRow(ReadOnlySpan<byte> source, int channel, ReadOnlySpan<float> table, bool flip, Span<float> target)
    {
        if (flip)
        {
            for (int x = target.Length - 1, at = channel; x >= 0; x--, at += 3)
                target[x] = table[source[at]];
        }
        else
        {
            for (int x = 0, at = channel; x < target.Length; x++, at += 3)
                target[x] = table[source[at]];
        }
    }
}
