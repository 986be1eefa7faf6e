namespace ResNetGen.Training.Analyses;

/// <summary>Text in CSV (RFC 4180).</summary>
internal static class CsvText
{
    /// <summary>A cell, quoted where it must be.</summary>
    public static string Cell(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
