using ResNetGen.Training.Data;

namespace Quickstart.Images;

/// <summary>Draws a picture for those who bring none: a sun above the sea.</summary>
internal static class DrawnImage
{
    public static RgbImage Create(int width, int height)
    {
        var image = new RgbImage(width, height, new byte[3 * width * height]);
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var (red, green, blue) = Colour((x + 0.5) / width, (y + 0.5) / height);
                var pixel = image.Pixels.AsSpan(3 * ((y * width) + x), 3);
                (pixel[0], pixel[1], pixel[2]) = (red, green, blue);
            }
        }

        return image;
    }

    private static (byte Red, byte Green, byte Blue) Colour(double x, double y)
    {
        var fromSun = Math.Sqrt(Math.Pow(x - 0.5, 2) + Math.Pow(y - 0.4, 2));
        return (fromSun, y) switch
        {
            (< 0.15, _) => (255, 220, 120),
            (_, < 0.6) => ((byte)(120 + (135 * y)), (byte)(170 + (30 * y)), 230),
            _ => (20, (byte)(160 - (100 * y)), (byte)(190 - (90 * y))),
        };
    }
}
