using System.Globalization;
using System.Text;

namespace ResNetGen.Benchmarks;

/// <summary>Cases as a table in Markdown: a line for each side, and no column that nothing stands in.</summary>
internal static class CaseTable
{
    public static string Of(IReadOnlyList<Case> cases)
    {
        var compared = cases.Any(c => c.Sides.Count > 1);
        (string Heading, bool IsShown, Func<Case, Side, string> Cell)[] columns =
        [
            ("Measured", true, (c, s) => s == c.Sides[0] ? c.Name : ""),
            ("By", compared, (_, s) => s.Name),
            ("Unit", true, (c, _) => c.Unit),
            ("Median", true, (c, s) => Number(s.Median * c.Scale)),
            ("Minimum", true, (c, s) => s.Wall.Count > 0 ? Number(s.Wall.Minimum * c.Scale) : ""),
            ("CPU", true, (c, s) => s.Cpu.Count > 0 ? Number(s.Cpu.Median * c.Scale) : ""),
            ("First by this", compared, (c, s) => s == c.Sides[0] ? "" : Ratio(c.RatioOfMedians(s))),
            ("Of minima", compared, (c, s) => s == c.Sides[0] ? "" : Ratio(c.RatioOfMinima(s))),
            ("Aim", true, (c, s) => s.Aim is { } aim ? Ratio(aim) : Number(s.Limit * c.Scale)),
            ("Verdict", true, (c, s) => c.Verdict(s)),
            ("First result, ms", Any(s => s.First), (_, s) => Number(s.First * Case.Milliseconds)),
            ("Peak at work, MiB", Any(s => s.WorkingPeak), (_, s) => Number(s.WorkingPeak)),
            ("Peak with start", Any(s => s.Peak), (_, s) => Number(s.Peak)),
            ("Spread", true, (c, s) => s == c.Sides[0] ? Percent(c.Spread) : ""),
            ("Others", true, (c, s) => s == c.Sides[0] ? Percent(c.Others) : ""),
        ];
        var shown = columns.Where(c => c.IsShown).ToList();
        var text = new StringBuilder();
        Row(shown.Select(c => c.Heading));
        text.Append('|').AppendJoin("|", shown.Select(c => c.Heading is "Measured" or "By" or "Unit" or "Verdict" ? "---" : "---:")).Append("|\n");
        foreach (var measured in cases)
        {
            foreach (var side in measured.Sides)
                Row(shown.Select(c => c.Cell(measured, side)));
        }

        return text.ToString();

        bool Any(Func<Side, double?> value) => cases.Any(c => c.Sides.Any(s => value(s) is not null));

        void Row(IEnumerable<string> cells) => text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
    }

    // Four significant digits or all of the whole ones.
    private static string Number(double? value) =>
        value is { } number ? number.ToString(number >= 1000 ? "F0" : number >= 100 ? "F1" : "F2", CultureInfo.InvariantCulture) : "";

    private static string Ratio(double value) => value.ToString("F3", CultureInfo.InvariantCulture);

    private static string Percent(double value) => (100 * value).ToString("F0", CultureInfo.InvariantCulture) + "%";
}
