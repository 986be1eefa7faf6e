using System.Globalization;

namespace ResNetGen.Tool.Reports;

/// <summary>Numbers as people and programs read them.</summary>
internal static class Numbers
{
    private static readonly string[] Thousands = ["", " k", " M", " G", " T", " P"];

    private static readonly string[] Binary = ["bytes", "KiB", "MiB", "GiB", "TiB", "PiB"];

    /// <summary>Returns all digits: in groups of three for people, as they are for programs (CSV).</summary>
    public static string Of(long number, Format format) => number.ToString(format == Format.Csv ? "D" : "N0", CultureInfo.InvariantCulture);

    /// <summary>Returns three digits and a prefix: <c>4.09 G</c>.</summary>
    public static string Short(long number)
    {
        var (value, step) = Scaled(number, 1000);
        return step == 0 ? number.ToString(CultureInfo.InvariantCulture) : Digits(value) + Thousands[step];
    }

    /// <summary>Returns bytes with three digits and a unit: <c>97.5 MiB</c>.</summary>
    public static string Bytes(long number)
    {
        var (value, step) = Scaled(number, 1024);
        return (step == 0 ? number.ToString(CultureInfo.InvariantCulture) : Digits(value)) + " " + Binary[step];
    }

    private static (double Value, int Step) Scaled(long number, int by)
    {
        var (value, step) = ((double)number, 0);
        // What would be written as 1000 of a unit is 1 of the next.
        for (; value >= by - 0.5; step++)
            value /= by;

        return (value, step);
    }

    private static string Digits(double value) =>
        value.ToString(value < 9.995 ? "0.00" : value < 99.95 ? "0.0" : "0", CultureInfo.InvariantCulture);
}
