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
    /// <param name="cancellation">Ends the work early.</param>
    public static SpecMapping? Merge(
        SpecDocument document, Func<string, SpecDocument?> find, IEnumerable<string> known, Findings findings, CancellationToken cancellation = default)
    {
        var visited = new List<string>();
        var (classes, isBackbone) = (new List<SpecScalar?>(), new List<bool>());
        SpecMapping? merged = null;
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            findings.AddRange(document.Findings);
            if (document.Values is null)
                return null;

            visited.Add(SpecPath.Normalize(document.Path));
            merged = merged is null ? document.Values : Overlay.Merge(merged, WithoutOwn(document.Values));
            isBackbone.Add(IsNone(document.Values.Find(SpecKeys.Head.Name)));
            classes.Add((document.Values.Find(SpecKeys.Head.Name) as SpecMapping)?.Find(HeadKeys.Classes.Name) as SpecScalar);
            if (document.Values.Find(SpecKeys.Extends.Name) is not SpecScalar { IsEmpty: false } extends)
            {
                WarnOfOtherClasses(classes, isBackbone, findings);
                return merged;
            }

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

    private static bool IsNone(SpecValue? head) =>
        (head is SpecMapping mapping ? mapping.Find(HeadKeys.Kind.Name) : head) is SpecScalar { Text: "none" };

    // Weights of the extended spec would not fit the head; what no spec says is the language's default.
    private static void WarnOfOtherClasses(List<SpecScalar?> classes, List<bool> isBackbone, Findings findings)
    {
        for (var i = 0; i < classes.Count - 1; i++)
        {
            if (isBackbone[i] || classes[i] is not { } said)
                continue;

            // The nearest spec below that says something of it.
            var next = i + 1;
            while (next < classes.Count && !isBackbone[next] && classes[next] is null)
                next++;

            var below = next == classes.Count ? HeadKeys.Classes.DefaultText : isBackbone[next] ? said.Text : classes[next]!.Text;
            if (said.Text != below)
                findings.Add(Rules.OtherClasses, said.Site, said.Shown, next < classes.Count ? classes[next]!.Shown : below);
        }
    }

    // A variant is not its base: it neither has the base's name nor stands where the base stands.
    private static SpecMapping WithoutOwn(SpecMapping values) => values with
    {
        Entries = values.Entries.Where(e => e.Key.Text != SpecKeys.Name.Name && e.Key.Text != SpecKeys.Extends.Name).ToEquatableArray(),
    };
}
