namespace ResNetGen.Training.Data;

/// <summary>What a synthetic picture shows: the distance of a pixel from a motif's edge, negative inside.</summary>
internal static class Motifs
{
    private const double Middle = (SyntheticPainter.Side - 1) / 2.0;

    // What a textbook's square or triangle is turned by, at most; and what keeps rows, columns and diagonals apart.
    private const double MostTurn = Math.PI / 12;

    /// <summary>A motif of a class at a random place and of a random size.</summary>
    public static Func<double, double, double> Create(int label, ref RandomNumbers random)
    {
        var turn = random.Between(-MostTurn, MostTurn);
        return label switch
        {
            0 => Placed(turn, random.Between(6, 11), ref random, Disc),
            1 => Placed(turn, random.Between(7, 12), ref random, Ring),
            2 => Placed(turn, random.Between(5.5, 9), ref random, Square),
            3 => Placed(turn, random.Between(8, 13), ref random, Triangle),
            4 => Placed(turn, random.Between(7, 12), ref random, Cross),
            5 => Textured(turn, random.Between(5, 10), ref random, (_, v, period) => Stripe(v, period)),
            6 => Textured(turn, random.Between(5, 10), ref random, (u, _, period) => Stripe(u, period)),
            7 => Textured(turn + ((random.Coin() ? 1 : -1) * Math.PI / 4), random.Between(5, 10), ref random, (u, _, period) => Stripe(u, period)),
            8 => Textured(turn, random.Between(8, 13), ref random, Checkers),
            _ => Textured(turn, random.Between(6.5, 10), ref random, Dots),
        };
    }

    private static Func<double, double, double> Placed(double turn, double size, ref RandomNumbers random, Func<double, double, double, double> shape)
    {
        var room = Math.Max(0, Middle - size);
        var (centerX, centerY) = (Middle + random.Between(-room, room), Middle + random.Between(-room, room));
        return Turned(turn, centerX, centerY, size, shape);
    }

    private static Func<double, double, double> Textured(double turn, double period, ref RandomNumbers random, Func<double, double, double, double> texture) =>
        Turned(turn, random.Between(0, period), random.Between(0, period), period, texture);

    private static Func<double, double, double> Turned(double turn, double centerX, double centerY, double size, Func<double, double, double, double> motif)
    {
        var (sin, cos) = Math.SinCos(turn);
        return (x, y) =>
        {
            var (dx, dy) = (x - centerX, y - centerY);
            return motif((cos * dx) + (sin * dy), (cos * dy) - (sin * dx), size);
        };
    }

    private static double Disc(double u, double v, double radius) => Math.Sqrt((u * u) + (v * v)) - radius;

    private static double Ring(double u, double v, double radius) => Math.Abs(Math.Sqrt((u * u) + (v * v)) - (0.78 * radius)) - (0.22 * radius);

    private static double Square(double u, double v, double half) => Math.Max(Math.Abs(u), Math.Abs(v)) - half;

    // Equilateral, its point up, around its centre.
    private static double Triangle(double u, double v, double radius) =>
        Math.Max(v, (0.8660254037844386 * Math.Abs(u)) - (0.5 * v)) - (0.5 * radius);

    private static double Cross(double u, double v, double half)
    {
        var (du, dv) = (Math.Abs(u), Math.Abs(v));
        var arm = 0.28 * half;
        return Math.Min(Math.Max(du - half, dv - arm), Math.Max(dv - half, du - arm));
    }

    private static double Stripe(double u, double period) => Math.Abs(FromMiddle(u, period)) - (0.25 * period);

    private static double Checkers(double u, double v, double period)
    {
        var (du, dv) = (Stripe(u, period), Stripe(v, period));
        return Math.Max(Math.Min(du, dv), -Math.Max(du, dv));
    }

    private static double Dots(double u, double v, double period) => Disc(FromMiddle(u, period), FromMiddle(v, period), 0.3 * period);

    private static double FromMiddle(double u, double period) => u - (period * Math.Round(u / period));
}
