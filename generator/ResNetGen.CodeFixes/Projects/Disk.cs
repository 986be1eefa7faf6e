using System.Text;
using Microsoft.CodeAnalysis.Text;
using ResNetGen.Architecture.Yaml;

namespace ResNetGen.CodeFixes.Projects;

/// <summary>The only place that looks at the disk, and only for the one file that a fix is about: the generator never does.</summary>
internal static class Disk
{
    /// <summary>Whether there is such a file.</summary>
    public static bool Has(string path) => File.Exists(path);

    /// <summary>Returns a file's text, or null where there is none, where it cannot be read or is too large for a spec.</summary>
    public static SourceText? Read(string path)
    {
        try
        {
            var file = new FileInfo(path);
            if (!file.Exists || file.Length > 4 * YamlLimits.Characters)
                return null;

            using var stream = file.OpenRead();
            return SourceText.From(stream, Encoding.UTF8);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException or InvalidDataException)
        {
            return null;
        }
    }
}
