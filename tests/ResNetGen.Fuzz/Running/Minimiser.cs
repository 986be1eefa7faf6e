using System.Collections.Immutable;
using ResNetGen.Fuzz.Cases;
using ResNetGen.Fuzz.Oracles;

namespace ResNetGen.Fuzz.Running;

/// <summary>Makes a failing case smaller as long as it fails for the same cause.</summary>
internal static class Minimiser
{
    private const int MostTries = 1500;

    /// <summary>Returns the smallest case found.</summary>
    public static FuzzCase Minimise(FuzzCase failing, string signature)
    {
        var tries = 0;
        for (var isSmaller = true; isSmaller && tries < MostTries;)
        {
            isSmaller = false;
            foreach (var smaller in Smaller(failing))
            {
                if (++tries > MostTries)
                    break;

                if (FailureOf(smaller)?.Signature != signature)
                    continue;

                (failing, isSmaller) = (smaller, true);
                break;
            }
        }

        return failing;
    }

    /// <summary>Runs a case through every check; returns what is wrong, or null.</summary>
    public static FuzzFailure? FailureOf(FuzzCase tried)
    {
        try
        {
            return GeneratorBatch.Check([(tried, OutcomeCheck.Check(tried))])[0];
        }
        catch (FuzzFailure failure)
        {
            return failure;
        }
    }

    private static IEnumerable<FuzzCase> Smaller(FuzzCase large)
    {
        for (var i = 1; i < large.Files.Length; i++)
            yield return large with { Files = large.Files.RemoveAt(i) };
        for (var i = 1; i < large.Files.Length; i++)
            yield return large with { Files = [large.Files[i], .. large.Files.RemoveAt(i).RemoveAt(0)] };
        for (var i = 0; i < large.Attribute.Length; i++)
            yield return large with { Attribute = large.Attribute.RemoveAt(i) };
        for (var i = 0; i < large.Files.Length; i++)
        {
            foreach (var text in SmallerTexts(large.Files[i].Text))
                yield return large.WithText(i, text);
        }
    }

    // Lines, then words, then characters; the larger a run that can go, the sooner it is tried.
    private static IEnumerable<string> SmallerTexts(string text) =>
        Without(Pieces(text, (a, _) => a == '\n'))
            .Concat(Without(Pieces(text, (a, b) => char.IsLetterOrDigit(a) != char.IsLetterOrDigit(b))))
            .Concat(text.Length <= 300 ? Without(Pieces(text, (_, _) => true)) : []);

    private static IEnumerable<string> Without(ImmutableArray<string> pieces)
    {
        for (var run = pieces.Length / 2; run >= 1; run /= 2)
        {
            for (var i = 0; i + run <= pieces.Length; i += run)
                yield return string.Concat(pieces.RemoveRange(i, run));
        }
    }

    private static ImmutableArray<string> Pieces(string text, Func<char, char, bool> parts)
    {
        var pieces = ImmutableArray.CreateBuilder<string>();
        var start = 0;
        for (var i = 1; i <= text.Length; i++)
        {
            if (i < text.Length && !parts(text[i - 1], text[i]))
                continue;

            pieces.Add(text[start..i]);
            start = i;
        }

        return pieces.ToImmutable();
    }
}
