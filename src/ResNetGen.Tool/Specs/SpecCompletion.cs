using ResNetGen.Architecture.Specs;
using ResNetGen.Tool.Zoo;

namespace ResNetGen.Tool.Specs;

/// <summary>What may stand where a spec is asked for, for the shell.</summary>
internal static class SpecCompletion
{
    /// <summary>Returns names of the zoo, and spec files and folders, that begin as <paramref name="word"/> does.</summary>
    public static IEnumerable<string> Of(string word)
    {
        var end = word.LastIndexOf('/') + 1;
        var folder = word[..end];
        var place = folder.Length == 0 ? "." : folder;
        IEnumerable<string> found = Directory.Exists(place)
            ? Directory.EnumerateFiles(place, "*" + SpecDocument.Extension).Select(f => folder + Path.GetFileName(f))
                .Concat(Directory.EnumerateDirectories(place).Select(d => Path.GetFileName(d)).Where(d => d[0] != '.').Select(d => folder + d + "/"))
            : [];
        return ZooSpecs.All.Select(s => s.Name).Concat(found).Where(n => n.StartsWith(word, StringComparison.Ordinal)).Order(StringComparer.Ordinal);
    }
}
