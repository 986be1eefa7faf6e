namespace ResNetGen.Weights.Matching;

/// <summary>Finds the most alike name: fewest letters to add, drop or change.</summary>
internal static class NearestName
{
    // The longest names that are compared: those of a file may be of any length.
    private const int Longest = 200;

    /// <summary>Returns the most alike of <paramref name="candidates"/>; null where none shares half of its letters.</summary>
    public static string? Of(string name, IEnumerable<string> candidates)
    {
        if (name.Length > Longest)
            return null;

        var (best, least) = ((string?)null, (name.Length / 2) + 1);
        foreach (var candidate in candidates.Where(c => c.Length <= Longest && Math.Abs(c.Length - name.Length) < least))
        {
            if (Distance(name, candidate) is var distance && distance < least)
                (best, least) = (candidate, distance);
        }

        return best;
    }

    private static int Distance(string a, string b)
    {
        var above = new int[b.Length + 1];
        var row = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
            above[j] = j;

        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
                row[j] = Math.Min(Math.Min(row[j - 1], above[j]) + 1, above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));

            (above, row) = (row, above);
        }

        return above[b.Length];
    }
}
