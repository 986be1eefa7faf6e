using System.Diagnostics;
using System.Globalization;
using System.Text;
using ResNetGen.Fuzz.Running;

namespace ResNetGen.Fuzz.Limits;

/// <summary>Measures how long the generator goes on after it was told to stop, at moments drawn over its whole run.</summary>
internal static class CancellationTable
{
    private const int Cancellations = 200;

    private static readonly Attack[] Largest =
    [
        Attack.Of("ResNet-1202", null, () => "input: [3, 32, 32]\nstem: conv3x3\ndepth: 1202\nshortcut: A\nhead: { classes: 10 }\n"),
        Attack.Of("16 stages of 625 bottlenecks", null, () => "input: [3, 4096, 4096]\nblock: bottleneck\nattention: se\nshortcut: C\nstages: ["
            + string.Concat(Enumerable.Range(0, 16).Select(i => FormattableString.Invariant($"{{ blocks: 625, width: {8 + i}, stride: {(i < 8 ? 2 : 1)}, dilation: {1 + (i % 4)} }}, "))) + "]\n"),
        .. Attacks.All.Where(a => a.Name is "ten thousand rates" or "130,000 lines of comment" or "as many values as may be, of no use" or "2,000 specs that extend one"),
    ];

    /// <summary>Returns the table.</summary>
    public static string Print(int seed)
    {
        var text = new StringBuilder("""
            | Spec | Whole run, processor ms | Cancelled | Median, processor ms | 95 of 100 | Longest | Longest by the clock, ms |
            |---|---:|---:|---:|---:|---:|---:|

            """);
        var random = new Random(seed);
        foreach (var attack in Largest)
        {
            var run = new AttackRun(attack);
            var whole = new List<double>();
            for (var i = 0; i < 7; i++)
            {
                var started = ThreadClock.Milliseconds;
                run.Run();
                whole.Add(ThreadClock.Milliseconds - started);
            }

            var median = LimitTable.Median(whole);
            var late = Enumerable.Range(0, Cancellations).Select(_ => Latency(run, random.NextDouble() * median)).OfType<(double Processor, double Clock)>().ToList();
            List<double> sorted = [.. late.Select(l => l.Processor).Order()];
            text.Append(CultureInfo.InvariantCulture, $"| {attack.Name} | {median:0.0} | {late.Count} of {Cancellations} | {LimitTable.Median(sorted):0.00} | {sorted[sorted.Count * 95 / 100]:0.00} | {sorted[^1]:0.00} | {late.Max(l => l.Clock):0.0} |\n");
        }

        return text.ToString();
    }

    // How long after its cancellation the run ended; null where it ended before.
    private static (double Processor, double Clock)? Latency(AttackRun run, double after)
    {
        using var source = new CancellationTokenSource();
        var worker = ThreadClock.OfThisThread();
        var started = worker.Read();
        var (processor, clock) = (0.0, 0L);
        var canceller = new Thread(() =>
        {
            while (worker.Read() - started < after)
                Thread.Sleep(TimeSpan.FromMilliseconds(0.1));

            (processor, clock) = (worker.Read(), Stopwatch.GetTimestamp());
            source.Cancel();
        });
        canceller.Start();
        try
        {
            run.Run(source.Token);
            // What is left of the time is spent here: the canceller waits for it.
            while (worker.Read() - started < after)
                Thread.SpinWait(100);

            canceller.Join();
            return null;
        }
        catch (OperationCanceledException)
        {
            var (nowProcessor, nowClock) = (worker.Read(), Stopwatch.GetTimestamp());
            canceller.Join();
            return (nowProcessor - processor, Stopwatch.GetElapsedTime(clock, nowClock).TotalMilliseconds);
        }
    }
}
