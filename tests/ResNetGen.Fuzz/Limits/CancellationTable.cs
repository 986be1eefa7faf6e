using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace ResNetGen.Fuzz.Limits;

/// <summary>Measures how long the generator goes on after it was told to stop, at moments drawn over its whole run.</summary>
internal static class CancellationTable
{
    private const int Cancellations = 200;

    private static readonly Attack[] Largest =
    [
        Attack.Of("ResNet-1202", null, () => "input: [3, 32, 32]\nstem: conv3x3\ndepth: 1202\nshortcut: A\nhead: { classes: 10 }\n"),
        Attack.Of("16 stages of 625 blocks, dilated", null, () => "input: [3, 4096, 4096]\nblock: bottleneck\nattention: se\nshortcut: C\nstages: ["
            + string.Concat(Enumerable.Range(0, 16).Select(i => FormattableString.Invariant($"{{ blocks: 625, width: {8 + i}, stride: {(i < 8 ? 2 : 1)}, dilation: {1 + (i % 4)} }}, "))) + "]\n"),
        .. Attacks.All.Where(a => a.Name is "ten thousand rates" or "130,000 lines of comment" or "as many values as may be, of no use" or "2,000 specs that extend one"),
    ];

    /// <summary>Returns the table.</summary>
    public static string Print(int seed)
    {
        var text = new StringBuilder("| Spec | Whole run, ms | Cancelled | Median, ms | 95 of 100, ms | Longest, ms |\n|---|---:|---:|---:|---:|---:|\n");
        var random = new Random(seed);
        foreach (var attack in Largest)
        {
            var run = new AttackRun(attack);
            var whole = new List<double>();
            for (var i = 0; i < 7; i++)
            {
                var watch = Stopwatch.StartNew();
                run.Run();
                whole.Add(watch.Elapsed.TotalMilliseconds);
            }

            var late = new List<double>();
            for (var i = 0; i < Cancellations; i++)
            {
                if (Latency(run, random.NextDouble() * LimitTable.Median(whole)) is { } latency)
                    late.Add(latency);
            }

            late.Sort();
            text.Append(CultureInfo.InvariantCulture, $"| {attack.Name} | {LimitTable.Median(whole):0.0} | {late.Count} of {Cancellations} | {LimitTable.Median(late):0.00} | {late[late.Count * 95 / 100]:0.00} | {late[^1]:0.00} |\n");
        }

        return text.ToString();
    }

    // How long after the cancellation the run ended; null where it ended before it.
    private static double? Latency(AttackRun run, double after)
    {
        using var source = new CancellationTokenSource();
        var (started, cancelled) = (Stopwatch.GetTimestamp(), 0L);
        var canceller = new Thread(() =>
        {
            while (Stopwatch.GetElapsedTime(started).TotalMilliseconds < after)
                Thread.Sleep(TimeSpan.FromMilliseconds(0.2));

            Volatile.Write(ref cancelled, Stopwatch.GetTimestamp());
            source.Cancel();
        });
        canceller.Start();
        try
        {
            run.Run(source.Token);
            return null;
        }
        catch (OperationCanceledException)
        {
            return Stopwatch.GetElapsedTime(Volatile.Read(ref cancelled)).TotalMilliseconds;
        }
        finally
        {
            canceller.Join();
        }
    }
}
