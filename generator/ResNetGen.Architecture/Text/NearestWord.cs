namespace ResNetGen.Architecture.Text;

/// <summary>Finds the word that a misspelling most likely meant.</summary>
public static class NearestWord
{
    // Nobody misspells more than that; it bounds the work.
    private const int LongestWord = 200;

    /// <summary>Returns the candidate nearest to <paramref name="word"/>, or null where none is near.</summary>
    public static string? Find(string word, IEnumerable<string> candidates)
    {
        if (word.Length > LongestWord)
            return null;

        var limit = Math.Max(1, word.Length / 3) + 1;
        var table = new int[3, word.Length + limit];
        word = word.ToLowerInvariant();
        string? best = null;
        foreach (var candidate in candidates)
        {
            if (Math.Abs(candidate.Length - word.Length) >= limit)
                continue;

            var distance = Distance(word, candidate.ToLowerInvariant(), table);
            if (distance < limit)
                (best, limit) = (candidate, distance);
        }

        return best;
    }

    /// <summary>Returns "; did you mean 'X'?" or nothing, to end a message with.</summary>
    public static string Hint(string word, IEnumerable<string> candidates) =>
        Find(word, candidates) is { } nearest ? $"; did you mean '{nearest}'?" : "";

    // Damerau-Levenshtein with adjacent transpositions: typing errors are often swapped letters. Three rows of its table
    // are enough, and serve every candidate: they have room for all that are near.
    private static int Distance(string a, string b, int[,] table)
    {
        for (var j = 0; j <= b.Length; j++)
            table[0, j] = j;

        for (var i = 1; i <= a.Length; i++)
        {
            var (row, above, before) = (i % 3, (i + 2) % 3, (i + 1) % 3);
            table[row, 0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                var best = Math.Min(Math.Min(table[above, j] + 1, table[row, j - 1] + 1), table[above, j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    best = Math.Min(best, table[before, j - 2] + 1);
                table[row, j] = best;
            }
        }

        return table[a.Length % 3, b.Length];
    }
}
