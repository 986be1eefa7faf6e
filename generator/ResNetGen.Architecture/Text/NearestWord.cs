namespace ResNetGen.Architecture.Text;

/// <summary>Finds the word that a misspelling most likely meant.</summary>
public static class NearestWord
{
    /// <summary>Returns the candidate nearest to <paramref name="word"/>, or null where none is near.</summary>
    public static string? Find(string word, IEnumerable<string> candidates)
    {
        var limit = Math.Max(1, word.Length / 3) + 1;
        string? best = null;
        foreach (var candidate in candidates)
        {
            if (Math.Abs(candidate.Length - word.Length) >= limit)
                continue;

            var distance = Distance(word.ToLowerInvariant(), candidate.ToLowerInvariant());
            if (distance < limit)
                (best, limit) = (candidate, distance);
        }

        return best;
    }

    /// <summary>Returns "; did you mean 'X'?" or nothing, to end a message with.</summary>
    public static string Hint(string word, IEnumerable<string> candidates) =>
        Find(word, candidates) is { } nearest ? $"; did you mean '{nearest}'?" : "";

    // Damerau-Levenshtein with adjacent transpositions: typing errors are often swapped letters.
    private static int Distance(string a, string b)
    {
        var table = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
            table[i, 0] = i;
        for (var j = 0; j <= b.Length; j++)
            table[0, j] = j;

        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                var best = Math.Min(Math.Min(table[i - 1, j] + 1, table[i, j - 1] + 1), table[i - 1, j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    best = Math.Min(best, table[i - 2, j - 2] + 1);
                table[i, j] = best;
            }
        }

        return table[a.Length, b.Length];
    }
}
