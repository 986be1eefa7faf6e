using System.Runtime.InteropServices;

namespace ResNetGen.Benchmarks;

/// <summary>Where the benchmarks run: nothing that names the machine itself.</summary>
internal static class Machine
{
    /// <summary>The processor's model.</summary>
    public static string Processor => Field("/proc/cpuinfo", "model name", ':') ?? RuntimeInformation.ProcessArchitecture.ToString();

    /// <summary>The distribution's name.</summary>
    public static string System => Field("/etc/os-release", "PRETTY_NAME", '=')?.Trim('"') ?? RuntimeInformation.OSDescription;

    /// <summary>Whether the processor multiplies matrices of bfloat16.</summary>
    public static bool HasBFloat16 => Field("/proc/cpuinfo", "flags", ':') is { } flags
        && flags.Split(' ').Any(f => f is "avx512_bf16" or "amx_bf16" or "avx_ne_convert");

    /// <summary>What the processors have done since the machine started.</summary>
    public static ProcessorTicks Ticks => ProcessorTicks.OfMachine(File.ReadLines("/proc/stat").First());

    /// <summary>The ticks of a process and of its children that ended.</summary>
    public static long TicksOf(int process) => ProcessorTicks.OfProcess(File.ReadAllText($"/proc/{process}/stat"));

    /// <summary>How many pages of memory the system has given to a process.</summary>
    public static long PagesOf(int process) => ProcessorTicks.PagesOfProcess(File.ReadAllText($"/proc/{process}/stat"));

    /// <summary>The most memory that a process had resident, in MiB, since its start or since <see cref="ForgetPeak"/>.</summary>
    public static double PeakOf(int process) =>
        double.Parse(Field($"/proc/{process}/status", "VmHWM", ':')!.Split(' ')[0], global::System.Globalization.CultureInfo.InvariantCulture) / 1024;

    /// <summary>Has the peak of a process's memory begin at what it has resident now.</summary>
    public static void ForgetPeak(int process) => File.WriteAllText($"/proc/{process}/clear_refs", "5");

    /// <summary>The checkout that this program was built in.</summary>
    /// <exception cref="DirectoryNotFoundException">The program lies outside of a checkout.</exception>
    public static string RepositoryRoot
    {
        get
        {
            var folder = AppContext.BaseDirectory;
            while (folder is not null && !File.Exists(Path.Combine(folder, "ResNetGen.sln")))
                folder = Path.GetDirectoryName(folder);

            return folder ?? throw new DirectoryNotFoundException("This program lies outside of a checkout: there is no docs/measurements to write to.");
        }
    }

    private static string? Field(string file, string name, char separator) =>
        !File.Exists(file)
            ? null
            : File.ReadLines(file).Select(l => l.Split(separator, 2)).FirstOrDefault(f => f.Length == 2 && f[0].Trim() == name)?[1].Trim();
}
