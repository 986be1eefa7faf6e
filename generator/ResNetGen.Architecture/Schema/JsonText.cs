using System.Globalization;
using System.Text;

namespace ResNetGen.Architecture.Schema;

/// <summary>Prints JSON: two spaces a level, LF; lists of words or numbers on one line.</summary>
internal static class JsonText
{
    /// <summary>Prints an object and all that it holds.</summary>
    public static string Write(JsonObject value)
    {
        var text = new StringBuilder();
        Write(text, value, depth: 0);
        return text.Append('\n').ToString();
    }

    private static void Write(StringBuilder text, object value, int depth)
    {
        switch (value)
        {
            case JsonObject entries:
                Lines(text, '{', '}', entries.Entries, depth, entry =>
                {
                    Quote(text, entry.Key);
                    text.Append(": ");
                    Write(text, entry.Value, depth + 1);
                });
                break;
            case IReadOnlyList<object> items when items.All(IsShort):
                text.Append('[');
                for (var i = 0; i < items.Count; i++)
                    Write(i == 0 ? text : text.Append(", "), items[i], depth);

                text.Append(']');
                break;
            case IReadOnlyList<object> items:
                Lines(text, '[', ']', items, depth, item => Write(text, item, depth + 1));
                break;
            case string word:
                Quote(text, word);
                break;
            case bool isTrue:
                text.Append(isTrue ? "true" : "false");
                break;
            case int number:
                text.Append(number.ToString(CultureInfo.InvariantCulture));
                break;
            case JsonNumber number:
                text.Append(number.Text);
                break;
            default:
                throw new ArgumentException($"JSON has no {value.GetType()}", nameof(value));
        }
    }

    private static bool IsShort(object value) =>
        value is string word ? word.IndexOf(' ') < 0 : value is not JsonObject and not IReadOnlyList<object>;

    private static void Lines<T>(StringBuilder text, char open, char close, IReadOnlyList<T> items, int depth, Action<T> write)
    {
        text.Append(open);
        for (var i = 0; i < items.Count; i++)
        {
            text.Append(i == 0 ? "\n" : ",\n").Append(' ', 2 * (depth + 1));
            write(items[i]);
        }

        if (items.Count > 0)
            text.Append('\n').Append(' ', 2 * depth);

        text.Append(close);
    }

    private static void Quote(StringBuilder text, string word)
    {
        text.Append('"');
        foreach (var c in word)
        {
            text.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                < ' ' => string.Format(CultureInfo.InvariantCulture, "\\u{0:x4}", (int)c),
                _ => c.ToString(),
            });
        }

        text.Append('"');
    }
}
