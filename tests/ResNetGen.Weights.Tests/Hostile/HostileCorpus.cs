namespace ResNetGen.Weights.Tests.Hostile;

/// <summary>All the files that have to be refused. They are made here, byte by byte, whenever they are needed.</summary>
public static class HostileCorpus
{
    private static readonly Lazy<IReadOnlyDictionary<string, HostileFile>> ByName = new(() => Make().ToDictionary(f => f.Name, StringComparer.Ordinal));

    /// <summary>The files by their names, no two of which are equal.</summary>
    public static IReadOnlyDictionary<string, HostileFile> Files => ByName.Value;

    /// <summary>Writes all files into a folder, for programs that are to refuse them, too.</summary>
    public static void WriteAll(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var file in Files.Values)
            File.WriteAllBytes(Path.Combine(folder, file.Name), file.Bytes);
    }

    private static IEnumerable<HostileFile> Make() =>
    [
        .. HostileGlobals.All(), .. HostilePickles.All(), .. HostileTensors.All(), .. HostileArchives.All(), .. HostileSafeTensors.All(),
        .. HostileDats.All(), .. HostileFormats.All(), .. HostileTruncations.All(),
    ];
}
