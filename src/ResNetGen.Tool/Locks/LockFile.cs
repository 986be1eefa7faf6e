using ResNetGen.Architecture;
using ResNetGen.Architecture.Locks;
using ResNetGen.Architecture.Text;
using ResNetGen.Tool.Reports;

namespace ResNetGen.Tool.Locks;

/// <summary>The lock beside a spec.</summary>
/// <param name="Spec">The spec's path.</param>
/// <param name="Problems">What is not as locked, a line each; none where all is.</param>
internal sealed record LockFile(string Spec, IReadOnlyList<string> Problems)
{
    /// <summary>Compares a spec with its lock.</summary>
    public static LockFile Compare(string path, CompiledSpec spec)
    {
        var file = LockPath.Of(path);
        if (!File.Exists(file))
            return new LockFile(path, [$"{path}(1,1): error: there is no lock '{file}': 'resnetgen snapshot {path}' writes it"]);

        var document = LockDocument.Parse(file, File.ReadAllText(file));
        if (document.Entries is not { } entries)
            return new LockFile(path, [.. document.Findings.Select(f => f.ToString())]);

        return new LockFile(path, [.. LockComparer.Compare(entries, LockFacts.Of(spec)).Select(d => Line(d.Site, d.ToString()))]);
    }

    /// <summary>Writes the lock of a spec where it is not already there, and tells.</summary>
    public static string Write(string path, CompiledSpec spec)
    {
        var (file, text) = (LockPath.Of(path), LockText.Of(spec, path));
        var old = File.Exists(file) ? File.ReadAllText(file) : null;
        if (old == text)
            return $"resnetgen: '{file}' is up to date.";

        OutputFile.Write(text, file);
        var known = old is null ? null : LockDocument.Parse(file, old).Entries;
        var changed = known is null ? 0 : LockComparer.Compare(known, LockFacts.Of(spec)).Count;
        return $"resnetgen: wrote '{file}'{(changed == 0 ? "" : changed == 1 ? ": 1 fact changed" : $": {changed} facts changed")}.";
    }

    private static string Line(Site site, string message) => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"{site.Path}({site.StartLine + 1},{site.StartColumn + 1}): error {LockRules.Differs.Id}: {message}");
}
