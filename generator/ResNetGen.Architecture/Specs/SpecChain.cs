using ResNetGen.Architecture.Diagnostics;
using ResNetGen.Architecture.Language;
using ResNetGen.Architecture.Text;
using ResNetGen.Architecture.Values;

namespace ResNetGen.Architecture.Specs;

/// <summary>Follows <c>extends</c> from spec to spec.</summary>
public static class SpecChain
{
    /// <summary>How many specs may stand on each other.</summary>
    public const int MaximumLength = 32;

    /// <summary>
    /// Returns <paramref name="document"/>, laid over the spec that it extends, and so on down; null after a finding.
    /// </summary>
    /// <param name="document">The spec to start from.</param>
    /// <param name="find">Returns the spec at a path, or null where there is none.</param>
    /// <param name="known">The specs that exist, to name the nearest; may be empty.</param>
    /// <param name="findings">Takes what is wrong.</param>
    public static SpecMapping? Merge(
        SpecDocument document, Func<string, SpecDocument?> find, IEnumerable<string> known, Findings findings)
    {
        var visited = new List<string>();
        SpecMapping? merged = null;
        while (true)
        {
            findings.AddRange(document.Findings);
            if (document.Values is null)
                return null;

            visited.Add(SpecPath.Normalize(document.Path));
            merged = merged is null ? document.Values : Overlay.Merge(merged, WithoutOwn(document.Values));
            if (document.Values.Find(SpecKeys.Extends.Name) is not SpecScalar { IsEmpty: false } extends)
                return merged;

            var path = SpecPath.Resolve(document.Path, extends.Text);
            if (visited.Contains(path))
            {
                findings.Add(Rules.ExtendsItself, extends.Site, string.Join(" -> ", visited.Append(path).Select(SpecPath.NameOf)));
                return null;
            }

            if (visited.Count == MaximumLength)
            {
                findings.Add(Rules.ChainTooLong, extends.Site, MaximumLength);
                return null;
            }

            if (find(path) is not { } next)
            {
                findings.Add(Rules.BaseNotFound, extends.Site, extends.Shown, "there", NearestWord.Hint(extends.Text, known));
                return null;
            }

            document = next;
        }
    }

    // A variant is not its base: it neither has the base's name nor stands where the base stands.
    private static SpecMapping WithoutOwn(SpecMapping values) => values with
    {
        Entries = values.Entries.Where(e => e.Key.Text != SpecKeys.Name.Name && e.Key.Text != SpecKeys.Extends.Name).ToEquatableArray(),
    };
}
