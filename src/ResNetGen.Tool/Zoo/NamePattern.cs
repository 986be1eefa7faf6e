using System.IO.Enumeration;

namespace ResNetGen.Tool.Zoo;

/// <summary>What is looked for in the zoo.</summary>
internal static class NamePattern
{
    /// <summary>Whether a spec is meant: by a part of <c>purpose/name</c>, or by <c>*</c> and <c>?</c> for the whole name.</summary>
    public static bool Matches(string pattern, ZooSpec spec)
    {
        var full = spec.Purpose + "/" + spec.Name;
        if (pattern.AsSpan().IndexOfAny('*', '?') < 0)
            return full.Contains(pattern, StringComparison.OrdinalIgnoreCase);

        return FileSystemName.MatchesSimpleExpression(pattern, pattern.Contains('/', StringComparison.Ordinal) ? full : spec.Name);
    }
}
