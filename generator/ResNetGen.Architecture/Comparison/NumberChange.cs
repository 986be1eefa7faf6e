using System.Globalization;

namespace ResNetGen.Architecture.Comparison;

/// <summary>A number of two networks.</summary>
/// <param name="Name">What it counts.</param>
/// <param name="Old">The old network's; null where it has none.</param>
/// <param name="New">The new network's; null where it has none.</param>
public sealed record NumberChange(string Name, long? Old, long? New)
{
    /// <summary>Whether the two are the same.</summary>
    public bool IsSame => Old == New;

    /// <summary>The change in percent, <c>+0.08 %</c>; empty where there is no such number.</summary>
    public string Percent
    {
        get
        {
            if (Old is not { } old || New is not { } now || old == 0 || old == now)
                return "";

            var percent = 100 * ((double)now - old) / old;
            // A change is never printed as none.
            var digits = Math.Abs(percent) >= 100 ? "0" : Math.Abs(percent) >= 10 ? "0.0" : Math.Abs(percent) >= 0.01 ? "0.00" : "0.0e+0";
            return percent.ToString("+" + digits + ";-" + digits, CultureInfo.InvariantCulture) + " %";
        }
    }
}
