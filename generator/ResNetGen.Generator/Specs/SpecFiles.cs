using ResNetGen.Architecture.Diagnostics;
using ResNetGen.Architecture.Language;
using ResNetGen.Architecture.Locks;
using ResNetGen.Architecture.Specs;
using ResNetGen.Architecture.Text;
using ResNetGen.Architecture.Values;
using ResNetGen.Generator.Classes;
using ResNetGen.Generator.Diagnostics;

namespace ResNetGen.Generator.Specs;

/// <summary>The project's spec files, and how a class finds its own among them.</summary>
/// <param name="All">The files, by their normal path in ordinal order.</param>
/// <param name="Paths">The normal path of each.</param>
internal sealed record SpecFiles(EquatableArray<SpecDocument> All, EquatableArray<string> Paths)
{
    private IEnumerable<string> Names => All.Select(d => Name(d.Path));

    /// <summary>Puts the files in order; of two with one path, the first counts.</summary>
    public static SpecFiles Of(IEnumerable<SpecDocument> all)
    {
        var byPath = all.GroupBy(d => SpecPath.Normalize(d.Path), StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).ToList();
        return new SpecFiles(byPath.Select(g => g.First()).ToEquatableArray(), byPath.Select(g => g.Key).ToEquatableArray());
    }

    /// <summary>Narrows the files down to those that <paramref name="network"/> depends on, without looking into them.</summary>
    public NetworkFiles Select(NetworkClass network)
    {
        var findings = new Findings();
        var (chain, known) = Follow(network is { SpecFile: { } file, Target: not null } ? Find(file, findings) : null);
        return new NetworkFiles(network, chain, known, findings.ToArray());
    }

    /// <summary>Narrows the files down to those that a lock is about, without looking into them.</summary>
    public LockedFiles Select(LockDocument document)
    {
        var own = At(SpecPath.Normalize(LockPath.SpecOf(document.Path)));
        var (chain, known) = Follow(own);
        return new LockedFiles(document, chain, own is null ? Names.ToEquatableArray() : known);
    }

    // The file, the one that it extends, and so on; where one is missing, the names of those that exist.
    private (EquatableArray<SpecDocument> Chain, EquatableArray<string> Known) Follow(SpecDocument? document)
    {
        var chain = new List<SpecDocument>();
        for (; document is not null; document = At(SpecPath.Resolve(document.Path, Extends(document)!.Text)))
        {
            chain.Add(document);
            // One that extends itself, or a chain that is too long, is found where the chain is merged.
            if (Extends(document) is null || chain.Count > SpecChain.MaximumLength)
                return (chain.ToEquatableArray(), EquatableArray<string>.Empty);
        }

        return (chain.ToEquatableArray(), chain.Count == 0 ? EquatableArray<string>.Empty : Names.ToEquatableArray());
    }

    private static SpecScalar? Extends(SpecDocument document) =>
        document.Values?.Find(SpecKeys.Extends.Name) is SpecScalar { IsEmpty: false } extends ? extends : null;

    private SpecDocument? Find(SpecScalar file, Findings findings)
    {
        // As a reader of the source would look for it: beside the source first, then anywhere in the project.
        if (At(SpecPath.Resolve(file.Site.Path, file.Text)) is { } beside)
            return beside;

        var path = SpecPath.Normalize(file.Text);
        var matches = All.Where((_, i) => SpecPath.EndsIn(Paths[i], path))
            .OrderBy(d => d.Path, StringComparer.Ordinal).ToList();
        if (matches.Count == 1)
            return matches[0];

        if (matches.Count > 1)
            findings.Add(CSharpRules.AmbiguousSpec, file.Site, file.Text, string.Join(", ", matches.Select(m => $"'{m.Path}'")));
        else
            findings.Add(CSharpRules.SpecNotFound, file.Site, file.Text, NearestWord.Hint(Name(file.Text), Names));

        return null;
    }

    private SpecDocument? At(string path)
    {
        var (low, high) = (0, Paths.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = string.CompareOrdinal(Paths[middle], path);
            if (order == 0)
                return All[middle];

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return null;
    }

    private static string Name(string path) => SpecPath.NameOf(path) + SpecDocument.Extension;
}
