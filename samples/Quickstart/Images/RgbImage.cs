namespace Quickstart.Images;

/// <summary>A picture in memory: rows from the top, three bytes (red, green, blue) for each pixel.</summary>
internal sealed record RgbImage(int Width, int Height, byte[] Pixels)
{
    public static RgbImage Empty(int width, int height) => new(width, height, new byte[checked(3 * width * height)]);
}
