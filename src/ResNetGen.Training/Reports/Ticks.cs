using System.Globalization;

namespace ResNetGen.Training.Reports;

/// <summary>The range of an axis and the round numbers along it.</summary>
internal sealed class Ticks
{
    private Ticks(double min, double max, IReadOnlyList<double> values, bool isLogarithmic)
    {
        Min = min;
        Max = max;
        Values = values;
        IsLogarithmic = isLogarithmic;
    }

    /// <summary>Where the axis begins.</summary>
    public double Min { get; }

    /// <summary>Where it ends.</summary>
    public double Max { get; }

    /// <summary>The round numbers, rising.</summary>
    public IReadOnlyList<double> Values { get; }

    /// <summary>Whether equal lengths are equal factors.</summary>
    public bool IsLogarithmic { get; }

    /// <summary>Chooses about <paramref name="wanted"/> ticks for what the axis shows.</summary>
    public static Ticks Of(ChartAxis axis, IEnumerable<double> shown, int wanted)
    {
        var values = shown.Where(v => double.IsFinite(v) && !(axis.IsLogarithmic && v <= 0)).DefaultIfEmpty(1).ToList();
        return axis.IsLogarithmic ? Powers(axis, values) : Steps(axis, values, wanted);
    }

    /// <summary>The place of a value along the axis, in [0, 1] for what it shows.</summary>
    public double Share(double value) =>
        IsLogarithmic ? Math.Log(value / Min) / Math.Log(Max / Min) : (value - Min) / (Max - Min);

    /// <summary>A tick's text: 32000 is 32k.</summary>
    public static string Text(double value)
    {
        var size = Math.Abs(value);
        return size switch
        {
            >= 1e6 and < 1e9 => Short(value / 1e6) + "M",
            >= 1e4 and < 1e6 => Short(value / 1e3) + "k",
            _ => Short(value),
        };
    }

    private static string Short(double value) => ((double)(float)value).ToString("G6", CultureInfo.InvariantCulture);

    private static Ticks Steps(ChartAxis axis, List<double> values, int wanted)
    {
        var (least, greatest) = (axis.Min ?? values.Min(), axis.Max ?? values.Max());
        if (!(greatest > least))
            (least, greatest) = (axis.Min ?? (least - (axis.Max is null ? 0 : 1)), axis.Max ?? (least + 1));

        var step = RoundStep((greatest - least) / wanted);
        if (axis.IsWhole)
            step = Math.Max(1, step);

        // An end that was not asked for is rounded outwards to the next tick.
        var min = axis.Min ?? (Math.Floor((least / step) + 1e-9) * step);
        var max = axis.Max ?? (Math.Ceiling((greatest / step) - 1e-9) * step);
        var first = (long)Math.Ceiling((min / step) - 1e-9);
        var last = (long)Math.Floor((max / step) + 1e-9);
        return new Ticks(min, max, [.. Range(first, last).Select(i => Rounded(i, step))], isLogarithmic: false);
    }

    private static Ticks Powers(ChartAxis axis, List<double> values)
    {
        var (least, greatest) = (axis.Min is > 0 ? axis.Min.Value : values.Min(), axis.Max is > 0 ? axis.Max.Value : values.Max());
        int[] mantissas = Math.Log10(greatest / least) > 3 ? [1] : [1, 2, 5];
        var low = (int)Math.Floor(Math.Log10(least) + 1e-9);
        var high = (int)Math.Ceiling(Math.Log10(greatest) - 1e-9);
        var all = Range(low, high).SelectMany(p => mantissas.Select(m => m * Math.Pow(10, p))).ToList();
        var min = axis.Min is > 0 ? least : all.Last(t => t <= least * (1 + 1e-9));
        var max = axis.Max is > 0 ? greatest : all.FirstOrDefault(t => t >= greatest * (1 - 1e-9), Math.Pow(10, high));
        if (!(max > min))
            max = min * 10;

        return new Ticks(min, max, [.. all.Where(t => t >= min * (1 - 1e-9) && t <= max * (1 + 1e-9))], isLogarithmic: true);
    }

    // 1, 2 or 5 times a power of ten, not smaller than what is asked for.
    private static double RoundStep(double step)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(step)));
        var mantissa = step / power;
        return (mantissa <= 1 + 1e-9 ? 1 : mantissa <= 2 + 1e-9 ? 2 : mantissa <= 5 + 1e-9 ? 5 : 10) * power;
    }

    // A product such as 3 x 0.1 is written as 0.3.
    private static double Rounded(long count, double step)
    {
        var digits = Math.Clamp((int)Math.Ceiling(-Math.Log10(step)) + 1, 0, 15);
        return Math.Round(count * step, digits, MidpointRounding.AwayFromZero);
    }

    private static IEnumerable<long> Range(long first, long last)
    {
        for (var i = first; i <= last; i++)
            yield return i;
    }
}
