using System.Runtime.InteropServices;

namespace ResNetGen.Benchmarks;

/// <summary>Where the benchmarks run: nothing that names the machine itself.</summary>
internal static class Machine
{
    /// <summary>The processor's model.</summary>
    public static string Processor => Field("/proc/cpuinfo", "model name", ':') ?? RuntimeInformation.ProcessArchitecture.ToString();

    /// <summary>The distribution's name.</summary>
    public static string System => Field("/etc/os-release", "PRETTY_NAME", '=')?.Trim('"') ?? RuntimeInformation.OSDescription;

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
