using System.Globalization;

namespace ResNetGen.Runtime.Tests;

/// <summary>The rows of tests/truth/models.csv: what published implementations give.</summary>
internal static class TruthTable
{
    private static readonly Lazy<Dictionary<string, Dictionary<string, string>>> Rows = new(() =>
    {
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "models.csv"));
        var header = lines[0].Split(',');
        return lines.Skip(1).Where(l => l.Length > 0).Select(l => header.Zip(Split(l)).ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal))
            .ToDictionary(r => r["model"], StringComparer.Ordinal);
    });

    /// <summary>Returns a column of a network's row; empty where the table has no number.</summary>
    public static string Text(string model, string column) => Rows.Value[model][column];

    /// <summary>Returns a number of a network's row, or null where the table has none.</summary>
    public static double? Number(string model, string column) =>
        Text(model, column) is { Length: > 0 } text ? double.Parse(text, CultureInfo.InvariantCulture) : null;

    private static List<string> Split(string line)
    {
        var cells = new List<string>();
        var (start, quoted) = (0, false);
        for (var i = 0; i <= line.Length; i++)
        {
            if (i < line.Length && line[i] == '"')
                quoted = !quoted;
            else if (i == line.Length || (line[i] == ',' && !quoted))
                (_, start) = (AddCell(line[start..i]), i + 1);
        }

        return cells;

        bool AddCell(string cell)
        {
            cells.Add(cell.Trim('"'));
            return true;
        }
    }
}
