using ResNetGen.Training.Data;

namespace ResNetGen.Tool.Runs;

/// <summary>The first pictures of each class, a row for a class, as one picture.</summary>
internal static class ContactSheet
{
    private const int Tile = 64;
    private const int Gap = 4;
    private const int Columns = 10;
    private const int MostRows = 40;

    /// <summary>Draws the sheet; pictures that cannot be read are left out, and classes behind the fortieth.</summary>
    public static byte[] Draw(IImageSource source)
    {
        var rows = Enumerable.Range(0, Math.Min(source.Classes.Count, MostRows)).Select(_ => new List<RgbImage>()).ToArray();
        for (var i = 0; i < source.Count && rows.Any(r => r.Count < Columns); i++)
        {
            if (source.Label(i) is var label && label < rows.Length && rows[label].Count < Columns && Read(source, i) is { } image)
                rows[label].Add(image);
        }

        var (width, height) = ((Columns * (Tile + Gap)) + Gap, (rows.Length * (Tile + Gap)) + Gap);
        var sheet = new RgbImage(width, height, new byte[3 * width * height]);
        Array.Fill(sheet.Pixels, byte.MaxValue);
        for (var row = 0; row < rows.Length; row++)
        {
            for (var column = 0; column < rows[row].Count; column++)
                Place(rows[row][column], sheet, Gap + (column * (Tile + Gap)), Gap + (row * (Tile + Gap)));
        }

        return PngCodec.Encode(sheet);
    }

    private static RgbImage? Read(IImageSource source, int index)
    {
        try
        {
            return source.Read(index);
        }
        catch (CorruptImageException)
        {
            return null;
        }
    }

    // The square in the middle, its nearest pixels.
    private static void Place(RgbImage image, RgbImage sheet, int left, int top)
    {
        var side = Math.Min(image.Width, image.Height);
        var (x0, y0) = ((image.Width - side) / 2, (image.Height - side) / 2);
        for (var y = 0; y < Tile; y++)
        {
            for (var x = 0; x < Tile; x++)
            {
                var from = 3 * (((y0 + (y * side / Tile)) * image.Width) + x0 + (x * side / Tile));
                image.Pixels.AsSpan(from, 3).CopyTo(sheet.Pixels.AsSpan(3 * (((top + y) * sheet.Width) + left + x)));
            }
        }
    }
}
