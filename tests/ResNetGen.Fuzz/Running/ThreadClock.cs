using System.Runtime.InteropServices;

namespace ResNetGen.Fuzz.Running;

/// <summary>The time that a thread spends on a processor: what else the machine does is not in it.</summary>
internal sealed partial class ThreadClock
{
    private const int Current = 3;

    private readonly int _clock;

    private ThreadClock(int clock) => _clock = clock;

    /// <summary>The clock of the thread that asks, for other threads to read.</summary>
    // As glibc's pthread_getcpuclockid makes it of a thread's number.
    public static ThreadClock OfThisThread() => new((~ThreadNumber() << 3) | 6);

    /// <summary>Milliseconds of the thread that asks.</summary>
    /// <exception cref="NotSupportedException">This system has no such clock.</exception>
    public static double Milliseconds => Of(Current);

    /// <summary>Milliseconds of the clock's thread, which must still run.</summary>
    /// <exception cref="NotSupportedException">This system has no such clock.</exception>
    public double Read() => Of(_clock);

    private static double Of(int clock) => ReadClock(clock, out var time) == 0
        ? (time.Seconds * 1e3) + (time.Nanoseconds / 1e6)
        : throw new NotSupportedException("no clock for threads");

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int ReadClock(int clock, out Time time);

    [LibraryImport("libc", EntryPoint = "gettid")]
    private static partial int ThreadNumber();

    [StructLayout(LayoutKind.Sequential)]
    private struct Time
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
