namespace ResNetGen.Training.Data;

/// <summary>Writes pixels as a network takes them: normalised floats, one plane per channel.</summary>
internal sealed class PixelWriter
{
    private readonly float[][] _tables;

    /// <summary>A writer for a recipe's normalisation.</summary>
    public PixelWriter(Normalization normalization)
    {
        Normalization = normalization;
        _tables = [Table(0), Table(1), Table(2)];
    }

    /// <summary>What it normalises by.</summary>
    public Normalization Normalization { get; }

    /// <summary>Writes a rectangle of a picture; what lies outside the picture is zero.</summary>
    /// <param name="image">The picture.</param>
    /// <param name="left">The rectangle's first column in the picture; may be negative.</param>
    /// <param name="top">The rectangle's first row in the picture; may be negative.</param>
    /// <param name="width">The rectangle's columns.</param>
    /// <param name="height">The rectangle's rows.</param>
    /// <param name="flip">Whether it is mirrored, left to right.</param>
    /// <param name="planes">Takes <c>[3, height, width]</c>.</param>
    public void Write(RgbImage image, int left, int top, int width, int height, bool flip, Span<float> planes)
    {
        var plane = width * height;
        var firstRow = Math.Clamp(-top, 0, height);
        var endRow = Math.Clamp(image.Height - top, firstRow, height);
        var firstColumn = Math.Clamp(-left, 0, width);
        var endColumn = Math.Clamp(image.Width - left, firstColumn, width);
        if (endRow - firstRow < height || endColumn - firstColumn < width)
            planes[..(3 * plane)].Clear();

        var count = endColumn - firstColumn;
        var target = flip ? width - endColumn : firstColumn;
        for (var row = firstRow; row < endRow; row++)
        {
            var source = image.Pixels.AsSpan(3 * (((top + row) * image.Width) + left + firstColumn), 3 * count);
            var at = (row * width) + target;
            for (var channel = 0; channel < 3; channel++)
                WriteRow(source[channel..], _tables[channel], flip, planes.Slice((channel * plane) + at, count));
        }
    }

    private static void WriteRow(ReadOnlySpan<byte> source, float[] table, bool flip, Span<float> target)
    {
        if (flip)
        {
            for (int x = target.Length - 1, at = 0; x >= 0; x--, at += 3)
                target[x] = table[source[at]];
        }
        else
        {
            for (int x = 0, at = 0; x < target.Length; x++, at += 3)
                target[x] = table[source[at]];
        }
    }

    // In the arithmetic of torchvision's ToTensor and Normalize, to the bit.
    private float[] Table(int channel)
    {
        var table = new float[256];
        for (var value = 0; value < table.Length; value++)
            table[value] = ((value / 255f) - Normalization.Mean[channel]) / Normalization.Deviation[channel];
        return table;
    }
}
