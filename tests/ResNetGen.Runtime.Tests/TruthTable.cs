using System.Globalization;
using ResNetGen.Architecture.Tests.Truth;

namespace ResNetGen.Runtime.Tests;

/// <summary>The rows of tests/truth/models.csv: what published implementations give.</summary>
internal static class TruthTable
{
    private static readonly Lazy<Dictionary<string, PublishedNetwork>> Rows =
        new(() => PublishedNetwork.All.ToDictionary(n => n["model"], StringComparer.Ordinal));

    /// <summary>Returns a column of a network's row; empty where the table has no number.</summary>
    public static string Text(string model, string column) => Rows.Value[model][column];

    /// <summary>Returns a number of a network's row, or null where the table has none.</summary>
    public static double? Number(string model, string column) =>
        Text(model, column) is { Length: > 0 } text ? double.Parse(text, CultureInfo.InvariantCulture) : null;
}
