using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace ResNetGen.Fuzz.Cases;

/// <summary>The form in which cases lie in the corpus: each file behind a line with its path, the attribute behind the last.</summary>
/// <remarks>
/// A text with characters that an editor would not keep stands in one line with escapes, behind a line that says so.
/// </remarks>
internal static class CaseText
{
    private const string Mark = "=== ";
    private const string Attribute = Mark + "attribute";
    private const string Escaped = " escaped";
    private const string Comma = @"\u002c";

    /// <summary>Returns the text of a case.</summary>
    public static string Write(FuzzCase written)
    {
        var text = new StringBuilder();
        foreach (var file in written.Files)
        {
            var isEscaped = !IsPlain(file.Text);
            text.Append(Mark).Append(Escape(file.Path)).Append(isEscaped ? Escaped : "").Append('\n');
            text.Append(isEscaped ? Escape(file.Text) + "\n" : file.Text);
        }

        if (written.Attribute.Length > 0)
            text.Append(Attribute).Append('\n');
        foreach (var said in written.Attribute)
            text.Append(said.Name).Append(" = ").AppendJoin(", ", said.Values.Select(v => Escape(v).Replace(",", Comma, StringComparison.Ordinal))).Append('\n');

        return text.ToString();
    }

    /// <summary>Reads the text of a case.</summary>
    /// <exception cref="FormatException">The text is none.</exception>
    public static FuzzCase Read(string text)
    {
        var files = ImmutableArray.CreateBuilder<SpecFile>();
        var attribute = ImmutableArray.CreateBuilder<AttributeSaid>();
        foreach (var section in ("\n" + text).Split("\n" + Mark, StringSplitOptions.None).Skip(1))
        {
            var end = section.IndexOf('\n', StringComparison.Ordinal);
            var (head, body) = end < 0 ? (section, "") : (section[..end], section[(end + 1)..]);
            if (Mark + head == Attribute)
                attribute.AddRange(body.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Argument));
            else if (head.EndsWith(Escaped, StringComparison.Ordinal))
                files.Add(new SpecFile(Unescape(head[..^Escaped.Length]), Unescape(body.TrimEnd('\n'))));
            else
                files.Add(new SpecFile(Unescape(head), body.Length == 0 || body.EndsWith('\n') ? body : body + "\n"));
        }

        return files.Count > 0 ? new FuzzCase(files.ToImmutable(), attribute.ToImmutable()) : throw new FormatException("no file in the case");
    }

    private static AttributeSaid Argument(string line)
    {
        var parts = line.Split(" = ", 2);
        return parts.Length == 2
            ? new AttributeSaid(parts[0], [.. parts[1].Split(", ").Select(Unescape)])
            : throw new FormatException($"not an argument: {line}");
    }

    // What is written as it is must be read as it was: lines that end, and none that looks like a mark.
    private static bool IsPlain(string text) =>
        text.EndsWith('\n') && !("\n" + text).Contains("\n" + Mark, StringComparison.Ordinal) && text.All(c => c is '\n' or (>= ' ' and <= '~'));

    private static string Escape(string text)
    {
        var escaped = new StringBuilder();
        foreach (var c in text)
        {
            _ = c switch
            {
                '\\' => escaped.Append(@"\\"),
                '\n' => escaped.Append(@"\n"),
                >= ' ' and <= '~' => escaped.Append(c),
                _ => escaped.Append(@"\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)),
            };
        }

        return escaped.ToString();
    }

    private static string Unescape(string text)
    {
        var plain = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\')
            {
                plain.Append(text[i]);
                continue;
            }

            i++;
            if (text[i] == 'u')
            {
                plain.Append((char)int.Parse(text.AsSpan(i + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                i += 4;
            }
            else
            {
                plain.Append(text[i] == 'n' ? '\n' : text[i]);
            }
        }

        return plain.ToString();
    }
}
