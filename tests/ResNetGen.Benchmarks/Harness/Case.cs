namespace ResNetGen.Benchmarks;

/// <summary>One piece of work that several do in turns; all are compared with the first.</summary>
/// <param name="Name">What is measured.</param>
/// <param name="Unit">The unit that is printed.</param>
/// <param name="Scale">How many of that unit make a second.</param>
/// <param name="Sides">Who does it.</param>
internal sealed record Case(string Name, string Unit, double Scale, IReadOnlyList<Side> Sides)
{
    public const double Nanoseconds = 1e9;
    public const double Microseconds = 1e6;
    public const double Milliseconds = 1e3;

    /// <summary>The share of the machine's processors that others used meanwhile.</summary>
    public double Others { get; set; }

    /// <summary>How far the thirds of a side's samples lie apart, the worst side's.</summary>
    public double Spread => Sides.Where(s => s.Wall.Count > 0).Select(s => s.Wall.Spread).DefaultIfEmpty().Max();

    /// <summary>Whether the machine did other things, so that times say little.</summary>
    public bool IsNoisy => Noise.IsTooMuch(Spread, Others);

    /// <summary>The first side's median by another's.</summary>
    public double RatioOfMedians(Side side) => Sides[0].Wall.Median / side.Wall.Median;

    /// <summary>The first side's minimum by another's.</summary>
    public double RatioOfMinima(Side side) => Sides[0].Wall.Minimum / side.Wall.Minimum;

    /// <summary>Whether an aim was reached, or nothing where there is none.</summary>
    public string Verdict(Side side) => (side.Aim, side.Limit) switch
    {
        ({ } aim, _) when side != Sides[0] => Told(RatioOfMedians(side) <= aim),
        (_, { } limit) => Told(side.Wall.Median <= limit),
        _ => "",
    };

    private string Told(bool reached) => (reached ? "reached" : "missed") + (IsNoisy ? ", noisy" : "");
}
