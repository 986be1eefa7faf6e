using System.Globalization;
using System.Text;

namespace ResNetGen.Weights;

/// <summary>What became of a file's tensors.</summary>
public sealed record LoadReport
{
    private const int Listed = 10;

    internal LoadReport()
    {
    }

    /// <summary>Tensors of the network that the file has a value for, in the network's order.</summary>
    public required IReadOnlyList<string> Loaded { get; init; }

    /// <summary>Tensors of the network that the file has not.</summary>
    public required IReadOnlyList<KeyProblem> Missing { get; init; }

    /// <summary>Tensors of the file that the network has not.</summary>
    public required IReadOnlyList<KeyProblem> Unexpected { get; init; }

    /// <summary>Tensors of both whose sizes or kinds of element do not go together.</summary>
    public required IReadOnlyList<KeyProblem> Mismatched { get; init; }

    /// <summary>What was done beyond copying: names that were changed, elements that were converted, what was left out and why.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>The bytes of the tensors that the file has values for, as the file holds them.</summary>
    public required long Bytes { get; init; }

    /// <summary>Whether the file may be loaded: nothing is mismatched and, where loading is strict, nothing missing or unexpected.</summary>
    public required bool Fits { get; init; }

    /// <summary>Returns the report as lines of text, at most ten of each kind of problem.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{Loaded.Count} tensors ({Bytes:N0} bytes)");
        foreach (var (count, word) in new[] { (Missing.Count, "missing"), (Unexpected.Count, "unexpected"), (Mismatched.Count, "mismatched") })
        {
            if (count > 0)
                text.Append(CultureInfo.InvariantCulture, $", {count} {word}");
        }

        Append(text, "mismatched", Mismatched);
        Append(text, "missing", Missing);
        Append(text, "unexpected", Unexpected);
        foreach (var note in Notes)
            text.Append("\n  ").Append(note);

        return text.ToString();
    }

    private static void Append(StringBuilder text, string word, IReadOnlyList<KeyProblem> problems)
    {
        foreach (var problem in problems.Take(Listed))
            text.Append("\n  ").Append(word).Append(' ').Append(problem);

        if (problems.Count > Listed)
            text.Append(CultureInfo.InvariantCulture, $"\n  {word} and {problems.Count - Listed} more");
    }
}
