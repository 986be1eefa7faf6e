using System.IO.Compression;

namespace ResNetGen.Package.Tests.Support;

/// <summary>What is in a .nupkg.</summary>
internal static class PackageFile
{
    /// <summary>The paths of a package's own files, in order, without those that every package has.</summary>
    public static string[] Entries(string file)
    {
        using var archive = ZipFile.OpenRead(file);
        return [.. archive.Entries.Select(e => e.FullName)
            .Where(n => !n.StartsWith("_rels/", StringComparison.Ordinal) && !n.StartsWith("package/", StringComparison.Ordinal) && n != "[Content_Types].xml")
            .Order(StringComparer.Ordinal)];
    }

    /// <summary>The text of one file of a package.</summary>
    public static string Text(string file, string entry)
    {
        using var archive = ZipFile.OpenRead(file);
        using var reader = new StreamReader(archive.GetEntry(entry)!.Open());
        return reader.ReadToEnd();
    }

    /// <summary>The files in which two packages differ.</summary>
    public static string Difference(byte[] first, byte[] second)
    {
        var (a, b) = (Contents(first), Contents(second));
        return string.Join(", ", a.Keys.Union(b.Keys).Where(k => a.GetValueOrDefault(k) != b.GetValueOrDefault(k)).Order(StringComparer.Ordinal));
    }

    private static Dictionary<string, string> Contents(byte[] package)
    {
        using var archive = new ZipArchive(new MemoryStream(package));
        return archive.Entries.ToDictionary(e => e.FullName, e =>
        {
            using var stream = e.Open();
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            return $"{e.LastWriteTime:O} {Convert.ToHexString(bytes.ToArray())}";
        });
    }
}
