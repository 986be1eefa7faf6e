using System.Text.Encodings.Web;
using System.Text.Json;

namespace ResNetGen.Tool.Reports;

/// <summary>Prints JSON: camelCase, stable order, one object for one spec and an array for several.</summary>
internal static class Json
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string OneOrMany<T>(IReadOnlyList<T> results) => results.Count == 1 ? Write(results[0]) : Write(results);

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options) + "\n";

    /// <summary>JSON has no infinity and no NaN: null stands for them.</summary>
    public static double? Finite(double value) => double.IsFinite(value) ? value : null;
}
