using System.Globalization;

namespace ResNetGen.Benchmarks;

/// <summary>Ticks of processors as Linux counts them, a hundredth of a second each.</summary>
/// <param name="Busy">Those in which something ran, or another machine had the processor.</param>
/// <param name="All">All of them.</param>
internal readonly record struct ProcessorTicks(long Busy, long All)
{
    // Of the line "cpu": user, nice, system, idle, iowait, irq, softirq, steal; guests are counted as users already.
    private const int Kinds = 8;
    private const int Idle = 3;
    private const int Waiting = 4;

    // Behind the name in /proc/PID/stat: the state is the first; utime, stime and those of children that ended follow.
    private const int FirstTime = 11;
    private const int Times = 4;

    // Faults that read nothing from a disk.
    private const int Faults = 7;

    public static ProcessorTicks operator -(ProcessorTicks later, ProcessorTicks earlier) => new(later.Busy - earlier.Busy, later.All - earlier.All);

    /// <summary>Reads the first line of /proc/stat.</summary>
    public static ProcessorTicks OfMachine(string line)
    {
        var ticks = line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1).Take(Kinds).Select(Number).ToArray();
        return new(ticks.Sum() - ticks[Idle] - ticks[Waiting], ticks.Sum());
    }

    /// <summary>Reads /proc/PID/stat: the ticks of a process, with those of its children that ended.</summary>
    public static long OfProcess(string line) => Fields(line).Skip(FirstTime).Take(Times).Sum(Number);

    /// <summary>Reads /proc/PID/stat: the pages that the system has given to a process.</summary>
    public static long PagesOfProcess(string line) => Number(Fields(line)[Faults]);

    // The name may have spaces and parentheses.
    private static string[] Fields(string line) => line[(line.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static long Number(string text) => long.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
}
