using ResNetGen.Architecture.Diagnostics;
using ResNetGen.Architecture.Text;

namespace ResNetGen.Architecture.Locks;

/// <summary>One lock, parsed and nothing more: what the generator keeps per file.</summary>
/// <param name="Path">The file's path as it was handed in.</param>
/// <param name="Entries">Its facts in order, or null where it cannot be read.</param>
/// <param name="Findings">Why it cannot be read.</param>
public sealed record LockDocument(string Path, EquatableArray<LockEntry>? Entries, EquatableArray<Finding> Findings)
{
    /// <summary>Parses a lock's text; of what is wrong the first thing is found.</summary>
    public static LockDocument Parse(string path, string text, CancellationToken cancellation = default)
    {
        var findings = new Findings();
        var entries = LockReader.Read(path, text, findings, cancellation);
        return new LockDocument(path, entries, findings.ToArray());
    }
}
