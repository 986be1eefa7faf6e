using System.Text;

namespace ResNetGen.Export.PyTorch;

/// <summary>Writes indented lines of Python that end with LF on every machine, none longer than it must be.</summary>
internal sealed class PythonWriter
{
    /// <summary>The longest line, but for names that are longer themselves.</summary>
    public const int Width = 100;

    private readonly StringBuilder _text = new(16 * 1024);
    private int _indent;

    private string Margin => new(' ', 4 * _indent);

    /// <summary>Writes one line, or an empty one.</summary>
    public PythonWriter Line(string text = "")
    {
        if (text.Length > 0)
            _text.Append(Margin).Append(text);

        _text.Append('\n');
        return this;
    }

    /// <summary>Writes <paramref name="head"/> and, a level deeper, what <paramref name="body"/> writes.</summary>
    public PythonWriter Block(string head, Action body) => Line(head).Indented(body);

    /// <summary>Writes <paramref name="head"/> and one line a level deeper.</summary>
    public PythonWriter Block(string head, string line) => Block(head, () => Line(line));

    /// <summary>Writes, a level deeper, what <paramref name="body"/> writes.</summary>
    public PythonWriter Indented(Action body)
    {
        _indent++;
        body();
        _indent--;
        return this;
    }

    /// <summary>Writes a class or a function of the module: two empty lines stand before it.</summary>
    public PythonWriter TopLevel(string head, Action body) => Line().Line().Block(head, body);

    /// <summary>Writes a documentation string, broken between words.</summary>
    public PythonWriter Docstring(string text)
    {
        const string Quotes = "\"\"\"";
        if (Margin.Length + text.Length + (2 * Quotes.Length) <= Width)
            return Line(Quotes + text + Quotes);

        var line = Quotes;
        foreach (var word in text.Split(' '))
        {
            if (line.Length > Quotes.Length && Margin.Length + line.Length + 1 + word.Length > Width)
            {
                Line(line);
                line = word;
                continue;
            }

            line += line.Length == 0 || line == Quotes ? word : " " + word;
        }

        return Line(line).Line(Quotes);
    }

    /// <summary>Writes an expression behind <paramref name="lead"/>, over as many lines as it needs.</summary>
    public PythonWriter Statement(string lead, PythonExpression expression, string trail = "")
    {
        var line = lead + expression.Flat + trail;
        if (Margin.Length + line.Length <= Width || expression.Items.Count == 0)
            return Line(line);

        // Brackets that hold nothing but brackets open and close on one line.
        if (expression.Items.Count == 1 && expression.Items[0] is { Items.Count: > 0 } inner)
            return Statement(lead, new PythonExpression(expression.Open + inner.Open, inner.Items, inner.Close + expression.Close, inner.Separator), trail);

        return Block(lead + expression.Open, () =>
        {
            if (Margin.Length + expression.FlatItems.Length <= Width)
            {
                Line(expression.FlatItems);
                return;
            }

            foreach (var item in expression.Items)
                Statement("", item, expression.Separator.TrimEnd());
        }).Line(expression.Close + trail);
    }

    /// <summary>Writes the head of a function and its body.</summary>
    public PythonWriter Function(string name, IEnumerable<string> parameters, string result, Action body) =>
        Statement("def ", PythonExpression.Call(name, parameters), " -> " + result + ":").Indented(body);

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();
}
