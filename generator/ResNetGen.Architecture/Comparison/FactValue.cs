using System.Globalization;
using ResNetGen.Architecture.Language;

namespace ResNetGen.Architecture.Comparison;

/// <summary>Values as text that is the same on every runtime, in every culture and in every release.</summary>
internal static class FactValue
{
    public static string Of(int value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Of(bool value) => value ? "true" : "false";

    /// <summary>The word of the spec language, which stays when a member of C# is renamed.</summary>
    public static string Of<T>(WordShape<T> words, T value)
        where T : struct => words.Words.First(w => EqualityComparer<T>.Default.Equals(w.Value, value)).Text;

    /// <summary>The shortest of 15, 16 or 17 digits that reads back as the same number; .NET Framework's own "R" does not always.</summary>
    public static string Of(double value)
    {
        if (value == 0)
            return "0";

        foreach (var format in new[] { "G15", "G16" })
        {
            var text = value.ToString(format, CultureInfo.InvariantCulture);
            if (double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture).Equals(value))
                return text;
        }

        return value.ToString("G17", CultureInfo.InvariantCulture);
    }
}
