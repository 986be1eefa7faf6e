using System.Diagnostics;
using System.Globalization;
using System.Text;
using ResNetGen.Fuzz.Running;

namespace ResNetGen.Fuzz.Limits;

/// <summary>Measures every attack: a fresh generator, its whole run.</summary>
internal static class LimitTable
{
    private const int Runs = 9;

    /// <summary>Returns the table, the slowest first.</summary>
    public static string Print()
    {
        // The first runs are the just-in-time compiler's.
        for (var i = 0; i < 2; i++)
        {
            foreach (var attack in Attacks.All)
                new AttackRun(attack).Run();
        }

        var text = new StringBuilder("| What | Characters | Diagnostic | Median, ms | Of the processor, ms | Allocated, KiB |\n|---|---:|---|---:|---:|---:|\n");
        var rows = Attacks.All.Select(Measure).OrderByDescending(r => r.Processor).ToList();
        foreach (var row in rows)
            text.Append(CultureInfo.InvariantCulture, $"| {row.Name.Replace("|", "\\|", StringComparison.Ordinal)} | {row.Characters} | {row.Found} | {row.Elapsed:0.0} | {row.Processor:0.0} | {row.Bytes / 1024} |\n");

        return text.ToString();
    }

    private static (string Name, long Characters, string Found, double Elapsed, double Processor, long Bytes) Measure(Attack attack)
    {
        var run = new AttackRun(attack);
        var (elapsed, processor) = (new List<double>(), new List<double>());
        var (found, bytes) = ("", 0L);
        for (var i = 0; i < Runs; i++)
        {
            var (watch, started, allocated) = (Stopwatch.StartNew(), ThreadClock.Milliseconds, GC.GetAllocatedBytesForCurrentThread());
            var result = run.Run();
            elapsed.Add(watch.Elapsed.TotalMilliseconds);
            processor.Add(ThreadClock.Milliseconds - started);
            bytes = GC.GetAllocatedBytesForCurrentThread() - allocated;
            found = result.Diagnostics.IsEmpty ? "none" : string.Join(", ", result.Diagnostics.Select(d => d.Id));
        }

        return (attack.Name, run.Characters, found, Median(elapsed), Median(processor), bytes);
    }

    /// <summary>The middle of the values.</summary>
    public static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
