using ResNetGen.Architecture.Text;

namespace ResNetGen.Generator;

/// <summary>Tells apart generated files whose names differ in case alone: the compiler takes them for one.</summary>
internal static class HintNames
{
    /// <summary>Returns the names that another one equals but for case, in ordinal order.</summary>
    public static EquatableArray<string> Colliding(IEnumerable<string> names) => names
        .GroupBy(n => n, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1)
        .SelectMany(g => g).OrderBy(n => n, StringComparer.Ordinal).ToEquatableArray();

    /// <summary>Returns a name that no other class has: no class has a hyphen in its name.</summary>
    public static string Unique(string name, EquatableArray<string> colliding)
    {
        var place = colliding.Where(c => string.Equals(c, name, StringComparison.OrdinalIgnoreCase)).ToList().IndexOf(name);
        return place <= 0
            ? name
            : name.Substring(0, name.Length - ".g.cs".Length) + place.ToString("'-'0", System.Globalization.CultureInfo.InvariantCulture) + ".g.cs";
    }
}
