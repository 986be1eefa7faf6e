using System.Globalization;
using ResNetGen.Architecture.Tests.Truth;

namespace ResNetGen.Runtime.Tests;

/// <summary>The rows of tests/truth/models.csv: what published implementations give for a model and an input.</summary>
internal static class TruthTable
{
    private static readonly Lazy<Dictionary<(string Model, string Input), PublishedNetwork>> Rows =
        new(() => PublishedNetwork.All.ToDictionary(n => (n["model"], n["input"])));

    /// <summary>Every row's model and input (channels x height x width).</summary>
    public static IEnumerable<(string Model, string Input)> Keys => Rows.Value.Keys;

    /// <summary>Returns a column of a row; empty where the table has no number.</summary>
    public static string Text(string model, string input, string column) => Rows.Value[(model, input)][column];

    /// <summary>Returns a number of a row, or null where the table has none.</summary>
    public static double? Number(string model, string input, string column) =>
        Text(model, input, column) is { Length: > 0 } text ? double.Parse(text, CultureInfo.InvariantCulture) : null;
}
