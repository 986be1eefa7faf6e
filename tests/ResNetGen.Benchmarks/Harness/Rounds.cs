namespace ResNetGen.Benchmarks;

/// <summary>Has every side take its turn, again and again.</summary>
internal static class Rounds
{
    /// <summary>The order of a round: each side is first as often as any other, and follows each.</summary>
    public static IEnumerable<int> Order(int round, int sides)
    {
        var start = round / 2 % sides;
        return Enumerable.Range(0, sides).Select(i => (start + (round % 2 == 0 ? i : sides - 1 - i)) % sides);
    }

    /// <summary>Measures a case.</summary>
    /// <param name="measured">Takes the samples.</param>
    /// <param name="rounds">How many each side gives.</param>
    /// <param name="processes">The processes that do the work, where they live on.</param>
    /// <param name="take">Takes one, of the side of an index.</param>
    public static void Run(Case measured, int rounds, IReadOnlyList<int> processes, Func<int, Sample> take)
    {
        var watch = new Watch(processes);
        for (var round = 0; round < rounds; round++)
        {
            foreach (var side in Order(round, measured.Sides.Count))
                measured.Sides[side].Add(take(side));
        }

        measured.Others = watch.Others;
    }
}
