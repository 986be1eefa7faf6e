using ResNetGen.Architecture.Language;
using ResNetGen.Architecture.Specs;
using ResNetGen.Fuzz.Cases;
using ResNetGen.Fuzz.Mutation;
using ResNetGen.Property.Tests.Specs;

namespace ResNetGen.Fuzz.Running;

/// <summary>The cases that a run starts from.</summary>
internal static class Seeds
{
    /// <summary>The cases of tests/ResNetGen.Fuzz/corpus, by their names.</summary>
    public static IReadOnlyList<(string Name, FuzzCase Case)> Corpus() =>
    [
        .. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "corpus"), "*.case").Order(StringComparer.Ordinal)
            .Select(file => (Path.GetFileNameWithoutExtension(file), CaseText.Read(File.ReadAllText(file)))),
    ];

    /// <summary>The published networks of specs/, each with the specs that it extends.</summary>
    public static IReadOnlyList<FuzzCase> Zoo()
    {
        var root = Path.Combine(AppContext.BaseDirectory, "specs");
        var texts = Directory.EnumerateFiles(root, "*" + SpecDocument.Extension, SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .ToDictionary(f => Path.GetRelativePath(root, f).Replace('\\', '/'), File.ReadAllText, StringComparer.Ordinal);
        return [.. texts.Keys.Select(path => new FuzzCase([.. Chain(path).Select(p => new SpecFile(p, texts[p]))], []))];

        IEnumerable<string> Chain(string path)
        {
            for (string? next = path; next is not null && texts.ContainsKey(next);)
            {
                yield return next;
                next = Trees.Read(texts[next])?.Find(SpecKeys.Extends.Name) is Word below ? SpecPath.Resolve(next, below.Text) : null;
            }
        }
    }
}
