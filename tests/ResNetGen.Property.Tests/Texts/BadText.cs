namespace ResNetGen.Property.Tests.Texts;

/// <summary>A text that was a spec once.</summary>
/// <param name="Path">Where it stands among the specs.</param>
/// <param name="Text">The text.</param>
internal sealed record BadText(string Path, string Text)
{
    /// <summary>Smaller texts: fewer lines, then fewer words, then fewer characters.</summary>
    public IEnumerable<BadText> Smaller()
    {
        var lines = Pieces(Text, (a, _) => a == '\n');
        var words = Pieces(Text, (a, b) => char.IsLetterOrDigit(a) != char.IsLetterOrDigit(b));
        return Without(lines).Concat(words.Count <= 400 ? Without(words) : []).Concat(Text.Length <= 400 ? Without(Pieces(Text, (_, _) => true)) : []);
    }

    public override string ToString() => $"{Path}:{Environment.NewLine}{Text}{Environment.NewLine}(as C#: {Literal()})";

    // The larger a run that can go, the sooner it is tried.
    private IEnumerable<BadText> Without(List<string> pieces)
    {
        for (var run = pieces.Count / 2; run >= 1; run /= 2)
        {
            for (var i = 0; i + run <= pieces.Count; i += run)
                yield return this with { Text = string.Concat(pieces.Where((_, p) => p < i || p >= i + run)) };
        }
    }

    private static List<string> Pieces(string text, Func<char, char, bool> parts)
    {
        var pieces = new List<string>();
        var start = 0;
        for (var i = 1; i <= text.Length; i++)
        {
            if (i < text.Length && !parts(text[i - 1], text[i]))
                continue;

            pieces.Add(text[start..i]);
            start = i;
        }

        return pieces;
    }

    private string Literal() => Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral(Text, quote: true);
}
