namespace ResNetGen.Tool.Reports;

/// <summary>Breaks text into lines at spaces.</summary>
internal static class TextWrap
{
    /// <summary>Returns lines of at most <paramref name="width"/> characters, but for longer words; at least one.</summary>
    public static IEnumerable<string> Lines(string text, int width)
    {
        var line = "";
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line;
                line = word;
            }
            else
            {
                line = line.Length == 0 ? word : line + " " + word;
            }
        }

        yield return line;
    }
}
