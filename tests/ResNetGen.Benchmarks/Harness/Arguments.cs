namespace ResNetGen.Benchmarks;

/// <summary>What the command line asks for.</summary>
/// <param name="Subjects">What to measure, in the order of the help.</param>
/// <param name="Quick">Whether few rounds are enough.</param>
/// <param name="Writes">Whether reports go to docs/measurements, too.</param>
internal sealed record Arguments(IReadOnlyList<string> Subjects, bool Quick, bool Writes)
{
    /// <summary>Every subject, in the order in which they are measured.</summary>
    public static IReadOnlyList<string> AllSubjects { get; } = ["inference", "training", "overhead", "weights", "generator", "builds", "command"];

    /// <summary>Reads a command line; says what is wrong with it where something is.</summary>
    public static Arguments? Parse(IReadOnlyCollection<string> words, out string? unknown)
    {
        unknown = words.FirstOrDefault(w => w is not ("--quick" or "--write" or "--no-write") && !AllSubjects.Contains(w, StringComparer.Ordinal));
        if (unknown is not null)
            return null;

        var named = AllSubjects.Where(Has).ToList();
        var quick = Has("--quick");
        // Figures of a few rounds are no record, unless one asks for it.
        return new Arguments(named.Count > 0 ? named : AllSubjects, quick, !Has("--no-write") && (!quick || Has("--write")));

        bool Has(string word) => words.Contains(word, StringComparer.Ordinal);
    }
}
