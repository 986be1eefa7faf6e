using System.Runtime.InteropServices;

namespace ResNetGen.Fuzz.Running;

/// <summary>The time that a thread spends on a processor: what else the machine does is not in it.</summary>
internal static partial class ThreadClock
{
    private const int OfThisThread = 3;

    /// <summary>Milliseconds since the thread began.</summary>
    /// <exception cref="NotSupportedException">This system has no such clock.</exception>
    public static double Milliseconds => Read(OfThisThread, out var time) == 0
        ? (time.Seconds * 1e3) + (time.Nanoseconds / 1e6)
        : throw new NotSupportedException("no clock for threads");

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int Read(int clock, out Time time);

    [StructLayout(LayoutKind.Sequential)]
    private struct Time
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
