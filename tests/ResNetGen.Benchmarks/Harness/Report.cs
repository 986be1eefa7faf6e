using System.Globalization;
using System.Text;

namespace ResNetGen.Benchmarks;

/// <summary>A subject's measurements as Markdown: what ran where, tables, and whether they can be trusted.</summary>
/// <param name="title">What was measured.</param>
internal sealed class Report(string title)
{
    private readonly List<(string Name, string Value)> _facts = [];
    private readonly StringBuilder _body = new();
    private readonly List<Case> _cases = [];

    /// <summary>Says something above the tables.</summary>
    public Report With(string name, string value)
    {
        _facts.Add((name, value));
        return this;
    }

    /// <summary>Adds a paragraph, or a table of another kind.</summary>
    public Report Add(string text)
    {
        _body.Append('\n').Append(text.TrimEnd('\n')).Append('\n');
        return this;
    }

    /// <summary>Adds a table.</summary>
    public Report Add(IReadOnlyList<Case> cases)
    {
        _cases.AddRange(cases);
        return Add(CaseTable.Of(cases));
    }

    /// <summary>Returns the text.</summary>
    /// <param name="command">The command line that measured.</param>
    public string Text(string command)
    {
        var text = new StringBuilder();
        Line($"# {title}, {DateTime.UtcNow:yyyy-MM-dd}");
        Line($"");
        Line($"- Command: `{command}`");
        Line($"- Machine: {Machine.Processor}, {Environment.ProcessorCount} cores, {Machine.System}");
        foreach (var (name, value) in _facts)
            Line($"- {name}: {value}");

        text.Append(_body);
        if (_cases.Count > 0)
        {
            Line($"");
            Line($"Medians and minima on the clock, and the median of processors' time (CPU), of each; all took turns. *First by this*: the first line's median by this one's.");
            Line($"*Spread*: how far the medians of the first, middle and last third of the worst side's samples lie apart. *Others*: the share of the machine that other processes used meanwhile.");
            if (_cases.Any(c => c.IsNoisy))
                Line($"**The machine was too noisy to trust {_cases.Count(c => c.IsNoisy)} of {_cases.Count} comparisons (spread above {Noise.MostSpread:P0} or others above {Noise.MostOfOthers:P0}): measure again when it is quiet.**");
        }

        return text.ToString();

        void Line(FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
    }

    /// <summary>Writes a report to docs/measurements under the next free number; returns the file's name.</summary>
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
}
