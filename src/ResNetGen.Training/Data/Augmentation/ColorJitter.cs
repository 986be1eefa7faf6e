namespace ResNetGen.Training.Data;

/// <summary>Brightness, contrast and saturation of a picture of values in [0, 1], as torchvision changes them: blended with black, with the mean grey, with each pixel's grey.</summary>
internal static class ColorJitter
{
    private const double Least = 0.6;
    private const double Most = 1.4;

    /// <summary>Changes all three by random factors, in random order.</summary>
    /// <param name="planes">The rows of red, then green, then blue.</param>
    /// <param name="area">Where the picture lies in them.</param>
    /// <param name="random">Where the factors come from.</param>
    public static void Apply(Span<float> planes, in PlaneArea area, ref RandomNumbers random)
    {
        foreach (var change in random.Permutation(3))
        {
            var factor = (float)random.Between(Least, Most);
            switch (change)
            {
                case 0:
                    Brightness(planes, area, factor);
                    break;
                case 1:
                    Contrast(planes, area, factor);
                    break;
                default:
                    Saturation(planes, area, factor);
                    break;
            }
        }
    }

    internal static void Brightness(Span<float> planes, in PlaneArea area, float factor) => Blend(planes, area, factor, 0);

    internal static void Contrast(Span<float> planes, in PlaneArea area, float factor)
    {
        var sum = 0.0;
        for (var y = 0; y < area.Height; y++)
        {
            var (red, green, blue) = area.Row(planes, y);
            for (var x = 0; x < red.Length; x++)
                sum += Grey(red[x], green[x], blue[x]);
        }

        Blend(planes, area, factor, (float)(sum / ((double)area.Width * area.Height)));
    }

    internal static void Saturation(Span<float> planes, in PlaneArea area, float factor)
    {
        for (var y = 0; y < area.Height; y++)
        {
            var (red, green, blue) = area.Row(planes, y);
            for (var x = 0; x < red.Length; x++)
            {
                var grey = (1 - factor) * Grey(red[x], green[x], blue[x]);
                red[x] = Math.Clamp((factor * red[x]) + grey, 0, 1);
                green[x] = Math.Clamp((factor * green[x]) + grey, 0, 1);
                blue[x] = Math.Clamp((factor * blue[x]) + grey, 0, 1);
            }
        }
    }

    private static void Blend(Span<float> planes, in PlaneArea area, float factor, float other)
    {
        var rest = (1 - factor) * other;
        for (var y = 0; y < area.Height; y++)
        {
            var (red, green, blue) = area.Row(planes, y);
            for (var x = 0; x < red.Length; x++)
            {
                red[x] = Math.Clamp((factor * red[x]) + rest, 0, 1);
                green[x] = Math.Clamp((factor * green[x]) + rest, 0, 1);
                blue[x] = Math.Clamp((factor * blue[x]) + rest, 0, 1);
            }
        }
    }

    private static float Grey(float red, float green, float blue) => (0.2989f * red) + (0.587f * green) + (0.114f * blue);
}
