using System.Text;
using ResNetGen.Architecture.Language;
using ResNetGen.Architecture.Values;

namespace ResNetGen.Architecture.Yaml;

/// <summary>Writes a spec as a person would: keys in the language's order, short mappings on one line.</summary>
/// <remarks>What it writes, <see cref="YamlSpecReader"/> reads as the same values.</remarks>
public sealed class YamlSpecWriter
{
    // A mapping that is longer gets a line for each key; a list of numbers stays on one.
    private const int LineLength = 110;

    private readonly StringBuilder _text = new();
    private readonly string _lineEnd;

    private YamlSpecWriter(string lineEnd) => _lineEnd = lineEnd;

    /// <summary>Returns the text of a spec.</summary>
    /// <param name="spec">What it says.</param>
    /// <param name="lineEnd">What ends each line.</param>
    public static string Write(SpecMapping spec, string lineEnd = "\n") => Write(spec, SpecKeys.Spec, lineEnd);

    /// <summary>The same for a mapping of any shape.</summary>
    internal static string Write(SpecMapping mapping, MappingShape shape, string lineEnd = "\n")
    {
        var writer = new YamlSpecWriter(lineEnd);
        writer.Entries(mapping, shape, indent: 0, first: 0);
        return writer._text.ToString();
    }

    /// <summary>Returns a value on one line: <c>{ blocks: 3, width: 64 }</c>.</summary>
    internal static string Flow(SpecValue value) => Flow(value, shape: null);

    private static string Flow(SpecValue value, Shape? shape) => Short(value, shape) switch
    {
        SpecScalar scalar => YamlScalar.Text(scalar),
        SpecList list => "[" + string.Join(", ", list.Items.Select(i => Flow(i, ItemOf(shape)))) + "]",
        SpecMapping { Entries.Count: 0 } => "{}",
        SpecMapping mapping => "{ " + string.Join(", ", Ordered(mapping, shape).Select(
            e => YamlScalar.Text(e.Key) + ": " + Flow(e.Value, KeyOf(shape, e)?.Holds))) + " }",
        var other => throw new NotSupportedException(other.Kind),
    };

    // The first entry stands where the writer is, the others on lines of their own.
    private void Entries(SpecMapping mapping, Shape? shape, int indent, int first)
    {
        var start = first;
        foreach (var entry in Ordered(mapping, shape))
        {
            _text.Append(' ', start).Append(YamlScalar.Text(entry.Key)).Append(':');
            start = indent;
            Value(entry.Value, KeyOf(shape, entry)?.Holds, indent, entry.Key.Text.Length + 2);
        }
    }

    private void Value(SpecValue value, Shape? shape, int indent, int before)
    {
        value = Short(value, shape);
        var line = Flow(value, shape);
        if (value is SpecScalar || IsEmpty(value) || (IsFlat(value, shape) && (value is SpecList || indent + before + line.Length <= LineLength)))
        {
            _text.Append(' ').Append(line).Append(_lineEnd);
        }
        else if (value is SpecMapping mapping)
        {
            _text.Append(_lineEnd);
            Entries(mapping, shape, indent + 2, first: indent + 2);
        }
        else
        {
            _text.Append(_lineEnd);
            foreach (var item in ((SpecList)value).Items)
                Item(item, ItemOf(shape), indent + 2);
        }
    }

    private void Item(SpecValue item, Shape? shape, int indent)
    {
        _text.Append(' ', indent).Append("- ");
        var line = Flow(item, shape);
        if (item is SpecMapping mapping && !IsEmpty(item) && indent + 2 + line.Length > LineLength)
            Entries(mapping, shape, indent + 2, first: 0);
        else
            _text.Append(line).Append(_lineEnd);
    }

    // `stem: { preset: conv7x7 }` is `stem: conv7x7`.
    private static SpecValue Short(SpecValue value, Shape? shape) =>
        value is SpecMapping { Entries: { Count: 1 } entries } && shape is MappingShape { Shorthand: { } word }
        && entries[0].Key.Text == word.Name && entries[0].Value is SpecScalar scalar
            ? scalar
            : value;

    private static IEnumerable<SpecEntry> Ordered(SpecMapping mapping, Shape? shape) => shape is MappingShape known
        ? mapping.Entries.OrderBy(e => known.Keys.TakeWhile(k => k.Name != e.Key.Text).Count())
        : mapping.Entries;

    private static Key? KeyOf(Shape? shape, SpecEntry entry) => (shape as MappingShape)?.Keys.FirstOrDefault(k => k.Name == entry.Key.Text);

    private static Shape? ItemOf(Shape? shape) => (shape as ListShape<Section>)?.Item;

    private static bool IsEmpty(SpecValue value) => value is SpecMapping { Entries.Count: 0 } or SpecList { Items.Count: 0 };

    // Scalars, and lists of them.
    private static bool IsFlat(SpecValue value, Shape? shape) => value is SpecMapping mapping
        ? mapping.Entries.All(e => Short(e.Value, KeyOf(shape, e)?.Holds) is not SpecMapping and var inner && IsFlat(inner, shape: null))
        : value is not SpecList list || list.Items.All(i => i is SpecScalar);
}
