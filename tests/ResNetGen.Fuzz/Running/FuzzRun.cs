using System.Diagnostics;
using System.Globalization;
using ResNetGen.Fuzz.Cases;
using ResNetGen.Fuzz.Oracles;

namespace ResNetGen.Fuzz.Running;

/// <summary>A whole run: its threads, its failures, its folder.</summary>
internal sealed class FuzzRun(FuzzOptions options, string folder, TextWriter output)
{
    private readonly Lock _lock = new();

    /// <summary>What the run counts.</summary>
    public Tally Tally { get; } = new();

    /// <summary>Runs until time or inputs are used up.</summary>
    public void Run()
    {
        var watch = Stopwatch.StartNew();
        using var watchdog = new Watchdog((tried, failure) =>
        {
            // Its thread cannot be stopped: what is known is written, and the run ends.
            Write(tried, failure, tried);
            Console.Error.WriteLine($"An input hangs; seed {options.Seed}.\n{Tally}");
            Environment.Exit(1);
        });
        using var progress = new Timer(
            _ => output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{watch.Elapsed:hh\\:mm\\:ss}  {Tally.Tried:N0} tried, {Tally.Accepted:N0} accepted, {Tally.Compiled:N0} compiled, {Tally.Features:N0} features, {Tally.Failures} failures")),
            state: null,
            TimeSpan.FromSeconds(30),
            TimeSpan.FromSeconds(30));
        bool IsOver() => watch.Elapsed.TotalMinutes >= options.Minutes;

        // Binding and emission go deep on what is nested deep; the compiler's own threads have as much.
        const int stack = 16 << 20;
        List<Thread> threads = [.. Enumerable.Range(0, options.Jobs).Select(job => new Thread(() => new FuzzJob(options.Seed + job, Tally, watchdog, Fail).Run(IsOver, options.Inputs), stack))];
        threads.ForEach(t => t.Start());
        threads.ForEach(t => t.Join());
    }

    private void Fail(FuzzCase failed, FuzzFailure failure)
    {
        if (!Tally.AddFailure(failure.Signature))
            return;

        output.WriteLine($"FAILED: {failure.Signature}");
        var smallest = failure.Signature == "slow" ? failed : Minimiser.Minimise(failed, failure.Signature);
        Write(failed, failure, smallest);
    }

    private void Write(FuzzCase failed, FuzzFailure failure, FuzzCase smallest)
    {
        lock (_lock)
        {
            Directory.CreateDirectory(folder);
            var number = Directory.EnumerateFiles(folder, "*.txt").Count() + 1;
            var name = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{number:000}"));
            File.WriteAllText(name + ".case", smallest.ToString());
            File.WriteAllText(name + ".txt", $"{failure.Signature}\nseed {options.Seed}, {options.Jobs} jobs\n\n{failure.Message}\n\nAs it was found:\n{failed}");
            output.WriteLine($"{failure.Message}\n{smallest}\nWritten to {name}.case; ./build.sh fuzz --replay {name}.case tries it again.");
        }
    }
}
