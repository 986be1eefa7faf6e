using ResNetGen.Architecture.Diagnostics;
using ResNetGen.Architecture.Specs;
using ResNetGen.Architecture.Text;

namespace ResNetGen.Architecture.Locks;

/// <summary>Reads locks strictly: whatever <see cref="LockText"/> would not write is refused at its place.</summary>
internal static class LockReader
{
    // Four times what the largest network that may be written down takes.
    private const int MostCharacters = 8_000_000;

    /// <summary>Returns the facts, or null after a finding.</summary>
    public static EquatableArray<LockEntry>? Read(string path, string text, Findings findings, CancellationToken cancellation)
    {
        if (text.Length > MostCharacters)
            return Refuse(path, findings, Site.StartOf(path), "longer than any lock is");

        var entries = new List<LockEntry>();
        var known = new HashSet<(string, string)>();
        var hasVersion = false;
        foreach (var line in LockLine.Of(path, text))
        {
            cancellation.ThrowIfCancellationRequested();
            if (line.Text.Length == 0 || line.Text[0] == '#')
                continue;

            if (!hasVersion)
            {
                if (line.Text != LockText.FirstLine)
                    return Refuse(path, findings, line.Site, VersionProblem(line.Text));

                hasVersion = true;
                continue;
            }

            if (Problem(line, entries, known, out var fact) is { } problem)
                return Refuse(path, findings, line.Site, problem);

            entries.Add(new LockEntry(fact, line.Site));
        }

        var end = entries.Count > 0 ? entries[entries.Count - 1].Site : Site.StartOf(path);
        if (!hasVersion)
            return Refuse(path, findings, end, "an empty lock");

        return LockShape.Missing(entries.ConvertAll(e => e.Fact)) is { } missing
            ? Refuse(path, findings, end, "the lock has no '" + missing + "'")
            : entries.ToEquatableArray();
    }

    private static string? Problem(LockLine line, List<LockEntry> entries, HashSet<(string, string)> known, out LockFact fact)
    {
        fact = default;
        if (line.IsConflict)
            return "a merge left its conflict here";

        var colon = line.Text.IndexOf(": ", StringComparison.Ordinal);
        var isHeading = colon < 0 && line.Text.EndsWith(":", StringComparison.Ordinal);
        if (colon < 0 && !isHeading)
            return "expected 'name: value'";

        var name = line.Text.Substring(0, isHeading ? line.Text.Length - 1 : colon);
        var value = isHeading ? "" : line.Text.Substring(colon + 2);
        if (name.Length == 0)
            return "expected a name before ':'";

        if (line.Indent is not (0 or 2))
            return "expected no space before a name, or two";

        if (line.Indent == 2 && entries.Count == 0)
            return "'" + name + "' stands below nothing";

        fact = line.Indent == 0 ? new LockFact(name, "", value) : new LockFact(entries[entries.Count - 1].Fact.Section, name, value);
        return !known.Add((fact.Section, fact.Name)) ? "'" + fact.Shown + "' is said twice" : LockShape.Problem(fact);
    }

    private static string VersionProblem(string line) => line.StartsWith("resnetgen lock v", StringComparison.Ordinal)
        ? "'" + line.Substring("resnetgen lock ".Length) + "' is written by another ResNetGen: this one reads v1"
        : "expected '" + LockText.FirstLine + "' on the first line";

    private static EquatableArray<LockEntry>? Refuse(string path, Findings findings, Site site, string problem)
    {
        findings.Add(LockRules.Malformed, site, problem, SpecPath.NameOf(LockPath.SpecOf(path)) + SpecDocument.Extension);
        return null;
    }
}
