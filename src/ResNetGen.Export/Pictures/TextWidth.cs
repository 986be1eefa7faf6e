namespace ResNetGen.Export.Pictures;

/// <summary>How wide text becomes, at most, in the sans-serif fonts that machines have.</summary>
internal static class TextWidth
{
    /// <summary>The width in pixels of <paramref name="text"/> at <paramref name="size"/> pixels.</summary>
    public static double Of(string text, double size) => size * text.Sum(Ems);

    // Those of DejaVu Sans, the widest of the usual ones, rounded up.
    private static double Ems(char c) => c switch
    {
        ' ' or ',' or '.' or '/' or ':' or ';' or 'i' or 'l' or 'j' or '\'' => 0.35,
        'f' or 't' or 'r' or '-' or '(' or ')' or 'I' => 0.43,
        'm' or 'M' or 'W' => 1.0,
        'w' or '+' or 'O' or 'Q' or 'D' or 'G' or 'H' or 'N' or 'U' or 'R' => 0.85,
        >= 'A' and <= 'Z' => 0.75,
        <= '~' => 0.645,
        _ => 1.05,
    };
}
