namespace Quickstart.Images;

/// <summary>A picture in memory: rows from the top, three bytes (red, green, blue) for each pixel.</summary>
internal sealed record RgbImage(int Width, int Height, byte[] Pixels)
{
    /// <summary>A black picture.</summary>
    /// <exception cref="InvalidDataException">It would not fit into an array.</exception>
    public static RgbImage Black(int width, int height) =>
        3L * width * height <= Array.MaxLength
            ? new RgbImage(width, height, new byte[3 * width * height])
            : throw new InvalidDataException($"a picture of {width} x {height} pixels is too large");
}
