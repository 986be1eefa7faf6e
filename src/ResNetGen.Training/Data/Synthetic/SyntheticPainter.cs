namespace ResNetGen.Training.Data;

/// <summary>Draws one picture of a class: a motif in one colour on another, both at random, with noise.</summary>
internal static class SyntheticPainter
{
    /// <summary>The side of a picture.</summary>
    public const int Side = 32;

    // Far enough apart for the motif to be seen, near enough for either to be the brighter one.
    private const int LeastContrast = 100;
    private const double MostNoise = 16;

    /// <summary>The classes, in the order of their labels.</summary>
    public static IReadOnlyList<string> Classes { get; } =
        ["disc", "ring", "square", "triangle", "cross", "rows", "columns", "diagonals", "checkers", "dots"];

    /// <summary>Draws a picture.</summary>
    public static RgbImage Draw(int label, RandomNumbers random)
    {
        var motif = Motifs.Create(label, ref random);
        var (ink, paper) = Colors(ref random);
        var noise = random.Between(0, MostNoise);
        var pixels = new byte[3 * Side * Side];
        var at = 0;
        for (var y = 0; y < Side; y++)
        {
            for (var x = 0; x < Side; x++)
            {
                // The edge is smooth over one pixel.
                var cover = Math.Clamp(0.5 - motif(x, y), 0, 1);
                for (var channel = 0; channel < 3; channel++)
                    pixels[at++] = ToByte(paper[channel] + (cover * (ink[channel] - paper[channel])) + (noise * Grain(ref random)));
            }
        }

        return new RgbImage(Side, Side, pixels);
    }

    private static (double[] Ink, double[] Paper) Colors(ref RandomNumbers random)
    {
        while (true)
        {
            var ink = Color(ref random);
            var paper = Color(ref random);
            if (Math.Abs(Brightness(ink) - Brightness(paper)) >= LeastContrast)
                return (ink, paper);
        }
    }

    private static double[] Color(ref RandomNumbers random) => [random.Between(0, 255), random.Between(0, 255), random.Between(0, 255)];

    private static double Brightness(double[] color) => (0.299 * color[0]) + (0.587 * color[1]) + (0.114 * color[2]);

    // The sum of four uniform numbers is near enough to a bell curve, of deviation 1.
    private static double Grain(ref RandomNumbers random)
    {
        var bits = random.Next();
        var sum = (bits & 0xFFFF) + ((bits >> 16) & 0xFFFF) + ((bits >> 32) & 0xFFFF) + (bits >> 48);
        return ((sum / 65535.0) - 2) * 1.7320508075688772;
    }

    private static byte ToByte(double value) => (byte)Math.Clamp(value + 0.5, 0, 255);
}
