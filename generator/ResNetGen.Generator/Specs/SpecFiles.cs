using ResNetGen.Architecture.Diagnostics;
using ResNetGen.Architecture.Specs;
using ResNetGen.Architecture.Text;
using ResNetGen.Architecture.Values;
using ResNetGen.Generator.Classes;
using ResNetGen.Generator.Diagnostics;

namespace ResNetGen.Generator.Specs;

/// <summary>The project's spec files, and how a class finds its own among them.</summary>
internal sealed record SpecFiles(EquatableArray<SpecDocument> All)
{
    /// <summary>Narrows the files down to those that <paramref name="network"/> depends on.</summary>
    public NetworkInput Select(NetworkClass network)
    {
        var findings = new Findings();
        if (network.SpecFile is not { } file || network.Target is null)
            return new NetworkInput(network, Spec: null, FallbackName: "", EquatableArray<Finding>.Empty);

        SpecMapping? merged = null;
        if (Find(file, findings) is { } document)
            merged = SpecChain.Merge(document, ByPath, All.Select(d => Name(d.Path)), findings);

        return new NetworkInput(network, merged, merged is null ? "" : NameOf(file), findings.ToArray());
    }

    private static string NameOf(SpecScalar file) => Identifiers.From(SpecPath.NameOf(file.Text));

    private SpecDocument? ByPath(string path) => All.FirstOrDefault(d => SpecPath.Normalize(d.Path) == path);

    private SpecDocument? Find(SpecScalar file, Findings findings)
    {
        // As a reader of the source would look for it: beside the source first, then anywhere in the project.
        if (ByPath(SpecPath.Resolve(file.Site.Path, file.Text)) is { } beside)
            return beside;

        var ending = "/" + SpecPath.Normalize(file.Text);
        var matches = All.Where(d => ("/" + SpecPath.Normalize(d.Path)).EndsWith(ending, StringComparison.Ordinal))
            .OrderBy(d => d.Path, StringComparer.Ordinal).ToList();
        if (matches.Count == 1)
            return matches[0];

        if (matches.Count > 1)
            findings.Add(CSharpRules.AmbiguousSpec, file.Site, file.Text, string.Join(", ", matches.Select(m => $"'{m.Path}'")));
        else
            findings.Add(CSharpRules.SpecNotFound, file.Site, file.Text, NearestWord.Hint(Name(file.Text), All.Select(d => Name(d.Path))));

        return null;
    }

    private static string Name(string path) => SpecPath.NameOf(path) + SpecDocument.Extension;
}
