using System.Globalization;
using ResNetGen.Tool.Reports;
using ResNetGen.Tool.Weights;

namespace ResNetGen.Tool.Runs;

/// <summary>What `data` prints for people and spreadsheets.</summary>
internal static class DataReport
{
    public static Report Of(string title, IReadOnlyList<DataStatistics> parts, Format format)
    {
        var facts = new List<(string, string)>();
        foreach (var part in parts)
        {
            facts.Add((part.Part, $"{Numbers.Of(part.Images, format)} pictures, {Numbers.Of(part.Classes.Count, format)} classes, {part.Sizes?.ToString() ?? "none can be read"}"));
            if (part is { Mean: { } mean, Deviation: { } deviation })
            {
                facts.Add((part.Part + " mean", Channels(mean)));
                facts.Add((part.Part + " deviation", Channels(deviation)));
            }

            facts.AddRange(part.Unreadable.Select(u => (part.Part + " unreadable", $"{Shown.Of(u.Path)}: {Shown.Of(u.Reason)}")));
        }

        var names = parts.SelectMany(p => p.Classes).Select(c => c.Name).Distinct(StringComparer.Ordinal);
        var rows = names.Select(name => (IReadOnlyList<string>)[Shown.Of(name), .. parts.Select(p => Count(p, name, format))]).ToList();
        return new Report(Shown.Of(title), facts, [new ReportTable(["class", .. parts.Select(p => "#" + p.Part)], rows)]);
    }

    private static string Count(DataStatistics part, string name, Format format) => Numbers.Of(part.Classes.Where(c => c.Name == name).Sum(c => c.Images), format);

    private static string Channels(IReadOnlyList<double> numbers) =>
        string.Join(", ", numbers.Select(n => n.ToString("0.0000", CultureInfo.InvariantCulture)));
}
