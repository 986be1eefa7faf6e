using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ResNetGen.Architecture.Diagnostics;
using ResNetGen.Architecture.Specs;
using ResNetGen.Architecture.Text;
using ResNetGen.Architecture.Values;

namespace ResNetGen.CodeFixes.Projects;

/// <summary>The spec files of a project, found as the generator finds them.</summary>
internal sealed class ProjectSpecs
{
    private readonly ImmutableArray<(string Path, TextDocument Document)> _files;

    public ProjectSpecs(Project project) => _files =
    [
        .. project.AdditionalDocuments.Select(d => (Path: SpecPath.Normalize(d.FilePath ?? d.Name), Document: d))
            .Where(f => f.Path.EndsWith(SpecDocument.Extension, StringComparison.OrdinalIgnoreCase))
            .OrderBy(f => f.Path, StringComparer.Ordinal),
    ];

    /// <summary>Every spec's path, normalized, in ordinal order.</summary>
    public IEnumerable<string> Paths => _files.Select(f => f.Path);

    /// <summary>Returns the specs that <paramref name="file"/> can mean, seen from a source: one, several or none.</summary>
    public ImmutableArray<string> Resolve(string source, string file)
    {
        var beside = SpecPath.Resolve(source, file);
        if (Paths.Contains(beside, StringComparer.Ordinal))
            return [beside];

        var end = SpecPath.Normalize(file);
        return [.. Paths.Where(p => SpecPath.EndsIn(p, end))];
    }

    /// <summary>Returns the one spec that <paramref name="file"/> means, or null where it means none or several.</summary>
    public string? Only(string source, string file)
    {
        var found = Resolve(source, file);
        return found.Length == 1 ? found[0] : null;
    }

    /// <summary>Returns the shortest text that means the spec at <paramref name="path"/> and no other, seen from a source.</summary>
    public string Reference(string source, string path)
    {
        for (var at = path.LastIndexOf('/'); at > 0; at = path.LastIndexOf('/', at - 1))
        {
            if (Only(source, path.Substring(at + 1)) == path)
                return path.Substring(at + 1);
        }

        return RelativePath.Between(source, path);
    }

    /// <summary>Returns up to <paramref name="count"/> specs with names near to that of <paramref name="file"/>, nearest first.</summary>
    public IEnumerable<string> Nearest(string file, int count)
    {
        var word = SpecNames.WithoutEnding(SpecPath.NameOf(file)) + SpecDocument.Extension;
        var left = Paths.ToList();
        for (; count > 0; count--)
        {
            // Like names in different folders are as near as each other.
            if (NearestWord.Find(word, left.Select(NameOf)) is not { } nearest)
                yield break;

            var path = left.First(p => NameOf(p) == nearest);
            left.Remove(path);
            yield return path;
        }
    }

    /// <summary>Returns the spec at <paramref name="path"/> with everything that it extends laid under it, or null where that has errors.</summary>
    public async Task<MergedSpec?> MergeAsync(string path, Findings findings, CancellationToken cancellation)
    {
        var parsed = new Dictionary<string, SpecDocument>(StringComparer.Ordinal);
        await LoadAsync(path, parsed, cancellation).ConfigureAwait(false);
        return parsed.TryGetValue(path, out var document) ? Merge(document, parsed, findings) : null;
    }

    /// <summary>As <see cref="MergeAsync(string, Findings, CancellationToken)"/>, for a spec that is not in the project yet.</summary>
    public async Task<MergedSpec?> MergeAsync(SpecDocument document, Findings findings, CancellationToken cancellation)
    {
        var parsed = new Dictionary<string, SpecDocument>(StringComparer.Ordinal);
        if (Base(document) is { } path)
            await LoadAsync(path, parsed, cancellation).ConfigureAwait(false);

        return Merge(document, parsed, findings);
    }

    private static MergedSpec? Merge(SpecDocument document, Dictionary<string, SpecDocument> parsed, Findings findings)
    {
        var merged = SpecChain.Merge(document, p => parsed.TryGetValue(p, out var next) ? next : null, [], findings);
        return merged is null || findings.HasErrors ? null : new MergedSpec(merged, [.. parsed.Values, document]);
    }

    private async Task LoadAsync(string path, Dictionary<string, SpecDocument> parsed, CancellationToken cancellation)
    {
        for (var next = path; next is not null && !parsed.ContainsKey(next);)
        {
            if (_files.FirstOrDefault(f => f.Path == next).Document is not { } file)
                return;

            var text = await file.GetTextAsync(cancellation).ConfigureAwait(false);
            parsed[next] = SpecDocument.Parse(next, text.ToString(), cancellation);
            next = Base(parsed[next]);
        }
    }

    private static string? Base(SpecDocument document) =>
        document.Values?.Find(Architecture.Language.SpecKeys.Extends.Name) is SpecScalar { IsEmpty: false } extends
            ? SpecPath.Resolve(document.Path, extends.Text)
            : null;

    private static string NameOf(string path) => SpecPath.NameOf(path) + SpecDocument.Extension;
}

/// <summary>A spec with everything that it extends laid under it, and the files that say it.</summary>
internal sealed record MergedSpec(SpecMapping Values, ImmutableArray<SpecDocument> Documents);
