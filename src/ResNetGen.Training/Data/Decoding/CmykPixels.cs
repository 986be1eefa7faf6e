namespace ResNetGen.Training.Data;

/// <summary>Colours of print, which JPEG files hold inverted, as Adobe's programs write them.</summary>
internal static class CmykPixels
{
    /// <summary>Red, green and blue in PIL's arithmetic: each ink is taken away from what black leaves.</summary>
    /// <param name="pixels">Four inverted inks for each pixel.</param>
    public static byte[] ToRgb(ReadOnlySpan<byte> pixels)
    {
        var colors = GC.AllocateUninitializedArray<byte>(pixels.Length / 4 * 3);
        for (int from = 0, to = 0; from < pixels.Length; from += 4, to += 3)
        {
            var left = pixels[from + 3];
            for (var channel = 0; channel < 3; channel++)
                colors[to + channel] = (byte)Math.Max(0, left - Share(255 - pixels[from + channel], left));
        }

        return colors;
    }

    // a * b / 255, rounded.
    private static int Share(int a, int b)
    {
        var product = (a * b) + 128;
        return ((product >> 8) + product) >> 8;
    }
}
