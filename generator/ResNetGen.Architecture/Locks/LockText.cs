using System.Text;
using ResNetGen.Architecture.Specs;

namespace ResNetGen.Architecture.Locks;

/// <summary>
/// Writes locks. A lock is lines that end with LF: <c>resnetgen lock v1</c>, then facts as <c>name: value</c>, and below some of
/// them others with two spaces before. Lines that start with # are for people.
/// </summary>
public static class LockText
{
    /// <summary>The first line: the format and its version.</summary>
    public const string FirstLine = "resnetgen lock v1";

    /// <summary>Writes the lock of a spec.</summary>
    /// <param name="spec">What the spec gives.</param>
    /// <param name="path">The spec's path; only its name is written.</param>
    public static string Of(CompiledSpec spec, string path)
    {
        var file = SpecPath.NameOf(path) + SpecDocument.Extension;
        var text = new StringBuilder()
            .Append(FirstLine).Append('\n')
            .Append("# What ").Append(file).Append(" gives. A change is accepted with: resnetgen snapshot ").Append(file).Append('\n');
        foreach (var fact in LockFacts.Of(spec))
        {
            // A stage, a list or the like begins a paragraph.
            if (fact.Name.Length == 0 && IsHeading(fact))
                text.Append('\n');

            text.Append(fact.Name.Length == 0 ? fact.Section : "  " + fact.Name).Append(':');
            text.Append(fact.Value.Length == 0 ? "" : " " + fact.Value).Append('\n');
        }

        return text.ToString();
    }

    private static bool IsHeading(LockFact fact) =>
        fact.Section is LockFacts.Input or "stem" or "head" or LockFacts.Taps or LockFacts.Layers or LockFacts.Training or LockFacts.State or LockFacts.Hash;
}
