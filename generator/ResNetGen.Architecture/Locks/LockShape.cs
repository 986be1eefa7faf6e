using ResNetGen.Architecture.Comparison;

namespace ResNetGen.Architecture.Locks;

/// <summary>Which facts a lock must have, and what each may look like.</summary>
internal static class LockShape
{
    private const int HashDigits = 64;

    private static readonly string[] Headings = [LockFacts.Taps, LockFacts.Layers, LockFacts.State];

    private static readonly string[] Required =
    [
        LockFacts.Input, .. LockFacts.Numbers, Place.Stem.Name, Place.Head.Name, .. Headings, LockFacts.Training, LockFacts.Hash,
    ];

    /// <summary>Returns what is wrong with a fact by itself, or null.</summary>
    public static string? Problem(LockFact fact)
    {
        var isOwn = fact.Name.Length == 0;
        if (isOwn && Headings.Contains(fact.Section, StringComparer.Ordinal))
            return fact.Value.Length == 0 ? null : "'" + fact.Section + "' has no value of its own";

        if (fact.Value.Length == 0)
            return "'" + fact.Shown + "' has no value";

        if (isOwn)
            return ProblemOfOwn(fact);

        if (fact.Section == LockFacts.State && fact.Name == LockFacts.Keys)
            return IsHash(fact.Value) ? null : "a hash has 64 hexadecimal digits";

        return IsSection(fact.Section) ? null : "nothing stands below '" + fact.Section + "'";
    }

    /// <summary>Returns the first fact that every lock has and this one has not, or null.</summary>
    public static string? Missing(IReadOnlyCollection<LockFact> facts)
    {
        var known = new HashSet<string>(facts.Where(f => f.Name.Length == 0).Select(f => f.Section), StringComparer.Ordinal);
        return Required.FirstOrDefault(name => !known.Contains(name))
            ?? (facts.Any(f => f is { Section: LockFacts.State, Name: LockFacts.Keys }) ? null : LockFacts.State + " " + LockFacts.Keys);
    }

    private static string? ProblemOfOwn(LockFact fact)
    {
        if (fact.Section == LockFacts.Hash)
            return IsHash(fact.Value) ? null : "a hash has 64 hexadecimal digits";

        if (LockFacts.Numbers.Contains(fact.Section, StringComparer.Ordinal))
            return IsNumber(fact.Value) ? null : "'" + fact.Value + "' is no number";

        return Required.Contains(fact.Section, StringComparer.Ordinal) || IsStage(fact) ? null : "no lock has a '" + fact.Section + "'";
    }

    // Stages have names of their own.
    private static bool IsStage(LockFact fact) => fact.Value.Contains(" block, ") || fact.Value.Contains(" blocks, ");

    private static bool IsSection(string name) => !LockFacts.Numbers.Contains(name, StringComparer.Ordinal) && name is not (LockFacts.Input or LockFacts.Training or LockFacts.Hash);

    private static bool IsNumber(string value)
    {
        var digits = value.EndsWith(LockFacts.Bytes, StringComparison.Ordinal) ? value.Substring(0, value.Length - LockFacts.Bytes.Length) : value;
        return value == LockFacts.TooLarge || (digits.Length > 0 && digits.All(c => c is ',' or (>= '0' and <= '9')));
    }

    private static bool IsHash(string value) => value.Length == HashDigits && value.All(c => c is (>= '0' and <= '9') or (>= 'a' and <= 'f'));
}
