using System.Globalization;

namespace ResNetGen.Testing;

/// <summary>What may stand in a snapshot's name on any machine, as Verify has it.</summary>
internal static class SnapshotName
{
    private const string Never = "\"<>|:*?";
    private const string NeverInAValue = Never + "\\/#";

    /// <summary>Returns <c>_name=value</c> for each parameter.</summary>
    public static string OfParameters(IEnumerable<(string Name, object? Value)> parameters) =>
        string.Concat(parameters.Select(p => $"_{p.Name}={Replace(Convert.ToString(p.Value ?? "null", CultureInfo.InvariantCulture)!, NeverInAValue)}"));

    /// <summary>Returns a name that files may have.</summary>
    public static string Clean(string name) => Replace(name, Never);

    private static string Replace(string text, string never) =>
        string.Concat(text.Select(c => c < ' ' || never.Contains(c, StringComparison.Ordinal) ? '-' : c));
}
