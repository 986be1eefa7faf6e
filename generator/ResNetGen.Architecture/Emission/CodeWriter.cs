using System.Text;

namespace ResNetGen.Architecture.Emission;

/// <summary>Writes indented lines that end with LF on every machine; each line asks whether to go on.</summary>
internal sealed class CodeWriter(CancellationToken cancellation = default)
{
    private readonly StringBuilder _text = new(16 * 1024);
    private int _indent;

    /// <summary>Writes one line, or an empty one.</summary>
    public CodeWriter Line(string text = "")
    {
        cancellation.ThrowIfCancellationRequested();
        if (text.Length > 0)
            _text.Append(' ', _indent * 4).Append(text);

        _text.Append('\n');
        return this;
    }

    /// <summary>Writes one line a level deeper.</summary>
    public CodeWriter Indented(string text)
    {
        _indent++;
        Line(text);
        _indent--;
        return this;
    }

    /// <summary>Writes the lines of <paramref name="text"/>, each as deep as this line is.</summary>
    public CodeWriter Lines(string text)
    {
        foreach (var line in text.Split('\n'))
            Line(line.TrimEnd('\r'));

        return this;
    }

    /// <summary>Writes <paramref name="head"/> and, in braces, what <paramref name="body"/> writes.</summary>
    public CodeWriter Braces(string head, Action body) => Line(head).Braces(body);

    /// <summary>Writes, in braces, what <paramref name="body"/> writes.</summary>
    public CodeWriter Braces(Action body)
    {
        Line("{");
        _indent++;
        body();
        _indent--;
        return Line("}");
    }

    /// <summary>Writes each item by <paramref name="write"/>, with an empty line between two.</summary>
    public CodeWriter Separated<T>(IEnumerable<T> items, Action<T> write)
    {
        var first = true;
        foreach (var item in items)
        {
            if (!first)
                Line();

            first = false;
            write(item);
        }

        return this;
    }

    /// <summary>Writes a documentation comment; the text is escaped.</summary>
    public CodeWriter Summary(string text) => Line("/// <summary>" + Escape(text) + "</summary>");

    /// <summary>Escapes text for XML.</summary>
    public static string Escape(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();
}
