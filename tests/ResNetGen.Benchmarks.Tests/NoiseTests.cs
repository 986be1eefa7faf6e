namespace ResNetGen.Benchmarks.Tests;

public class NoiseTests
{
    // User, nice, system, idle, iowait, irq, softirq, steal, guest, guest_nice.
    private const string Before = "cpu  1000 10 200 5000 50 5 5 30 900 0";
    private const string After = "cpu  1500 10 300 5300 60 5 5 120 1400 0";

    [Fact]
    public void The_machine_is_busy_with_all_but_idling_and_waiting_and_guests_count_once()
    {
        var passed = ProcessorTicks.OfMachine(After) - ProcessorTicks.OfMachine(Before);
        Assert.Equal(new ProcessorTicks(Busy: 500 + 100 + 90, All: 500 + 100 + 300 + 10 + 90), passed);
    }

    [Fact]
    public void A_process_counts_with_its_children_that_ended_whatever_its_name()
    {
        const string line = "42 (a (b) c) S 1 42 42 0 -1 4194560 900 800 0 0 11 22 33 44 20 0 5 0 1234 5678";
        Assert.Equal(11 + 22 + 33 + 44, ProcessorTicks.OfProcess(line));
        Assert.Equal(900, ProcessorTicks.PagesOfProcess(line));
    }

    [Theory]
    [InlineData(690, 1000, 690, 0)]
    [InlineData(690, 1000, 600, 0.09)]
    [InlineData(690, 1000, 700, 0)]
    [InlineData(0, 0, 0, 0)]
    public void Others_used_what_was_neither_idle_nor_ours(long busy, long all, long ours, double share) =>
        Assert.Equal(share, Noise.ShareOfOthers(new ProcessorTicks(busy, all), ours), 12);

    [Theory]
    [InlineData(0.10, 0.05, false)]
    [InlineData(0.11, 0, true)]
    [InlineData(0, 0.06, true)]
    public void Spread_and_others_each_are_too_much_above_their_bounds(double spread, double others, bool noisy) =>
        Assert.Equal(noisy, Noise.IsTooMuch(spread, others));

    [Fact]
    public void This_machine_s_own_files_are_read()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The harness reads Linux's /proc.");
        var before = new Watch([]);
        Assert.InRange(Machine.TicksOf(Environment.ProcessId), 0, long.MaxValue);
        Assert.InRange(before.Others, 0, 1);
        Assert.InRange(Machine.PeakOf(Environment.ProcessId), 1, 1 << 20);
    }
}
