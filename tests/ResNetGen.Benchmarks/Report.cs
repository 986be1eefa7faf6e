using System.Globalization;
using System.Text;

namespace ResNetGen.Benchmarks;

/// <summary>The measurements as Markdown.</summary>
internal static class Report
{
    /// <summary>Returns the tables with what ran where.</summary>
    public static string Of(IReadOnlyList<Comparison> comparisons, string command, string ours, string python)
    {
        var text = new StringBuilder();
        Line($"# Against Python's torch, {DateTime.UtcNow:yyyy-MM-dd}");
        Line($"");
        Line($"- Command: `{command}`");
        Line($"- Machine: {Machine.Processor}, {Environment.ProcessorCount} cores, {Machine.System}");
        Line($"- ResNetGen: {ours}");
        Line($"- Python: {python}");
        Line($"- Both: OMP_NUM_THREADS={Peer.Threads}, OMP_WAIT_POLICY=passive, processes of their own, measured in turns");
        Line($"");
        Line($"| Measured | Unit | ResNetGen median (min) | Python median (min) | Ratio of medians | Of minima | Aim | Spread | Verdict |");
        Line($"|---|---|---:|---:|---:|---:|---:|---:|---|");
        foreach (var c in comparisons)
        {
            Line($"| {c.Name} | {c.Unit} | {Number(c.Ours.Median, c)} ({Number(c.Ours.Minimum, c)}) | {Number(c.Python.Median, c)} ({Number(c.Python.Minimum, c)}) | {c.Ratio:F3} | {c.Ours.Minimum / c.Python.Minimum:F3} | {c.Target:F2} | {c.Spread:P0} | {c.Verdict} |");
        }

        Line($"");
        Line($"The spread is how far the medians of the first, middle and last third of a side's samples lie apart.");
        if (comparisons.Any(c => c.IsNoisy))
            Line($"**The machine was too noisy for the rows marked so (spread above 10 %): measure again when it is quiet.**");

        return text.ToString();

        void Line(FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
    }

    /// <summary>Writes the report to docs/measurements under the next free number; returns the file's name.</summary>
    public static string Write(string report, string subject)
    {
        var folder = Path.Combine(Machine.RepositoryRoot, "docs", "measurements");
        Directory.CreateDirectory(folder);
        var last = Directory.EnumerateFiles(folder, "*.md")
            .Select(f => int.TryParse(Path.GetFileName(f).Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)
            .DefaultIfEmpty().Max();
        var name = string.Create(CultureInfo.InvariantCulture, $"{last + 1:D4}-{DateTime.UtcNow:yyyy-MM-dd}-{subject}.md");
        File.WriteAllText(Path.Combine(folder, name), report);
        return name;
    }

    // Four significant digits or all of the whole ones.
    private static string Number(double value, Comparison comparison)
    {
        var scaled = value * comparison.Scale;
        return scaled.ToString(scaled >= 1000 ? "F0" : scaled >= 100 ? "F1" : "F2", CultureInfo.InvariantCulture);
    }
}
