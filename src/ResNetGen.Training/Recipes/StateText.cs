using System.Globalization;

namespace ResNetGen.Training;

/// <summary>A state as text: lines of a word and numbers, in a fixed order, which come back to the bit.</summary>
internal sealed class StateText(string text)
{
    private readonly Queue<string> _lines = new(text.Split('\n', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Writes a line, without its end.</summary>
    public static string Line(string word, params ReadOnlySpan<double> numbers)
    {
        var line = word;
        foreach (var number in numbers)
            line += " " + number.ToString("R", CultureInfo.InvariantCulture);

        return line;
    }

    /// <summary>Reads the numbers of the next line.</summary>
    /// <param name="word">The line's word.</param>
    /// <param name="count">How many numbers it has; null for any.</param>
    /// <exception cref="FormatException">The next line is another.</exception>
    public IReadOnlyList<double> Numbers(string word, int? count)
    {
        var parts = _lines.TryDequeue(out var line) ? line.Split(' ') : [];
        if (parts.Length == 0 || parts[0] != word || (count is not null && parts.Length - 1 != count))
            throw new FormatException($"The learning rate's state lacks '{word}': it is that of another schedule, or damaged.");

        return [.. parts.Skip(1).Select(p => double.TryParse(p, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new FormatException($"The learning rate's state has no number at '{word}'."))];
    }

    /// <summary>Asks for the end of the text.</summary>
    /// <exception cref="FormatException">There is more.</exception>
    public void RequireEnd()
    {
        if (_lines.Count > 0)
            throw new FormatException("The learning rate's state says more than this schedule knows.");
    }
}
