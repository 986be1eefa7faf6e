using ResNetGen.Architecture.Specs;
using ResNetGen.Architecture.Values;
using ResNetGen.Property.Tests.Specs;

namespace ResNetGen.Fuzz.Mutation;

/// <summary>Goes from a text to its tree and back.</summary>
internal static class Trees
{
    /// <summary>Returns what the text says, or null where it is no mapping.</summary>
    public static Keys? Read(string text) => SpecDocument.Parse("net.resnet.yaml", text).Values is { } values ? (Keys)Node(values) : null;

    /// <summary>Writes a tree in a layout that is drawn.</summary>
    public static string Write(Keys tree, Dice dice)
    {
        var text = tree.ToText(dice.Below(5));
        return dice.Below(20) switch
        {
            0 => text.Replace("\n", "\r\n", StringComparison.Ordinal),
            1 => text.Replace('\n', '\r'),
            2 => "# größe 😀\n" + text,
            3 => "---\n" + text + "...\n",
            _ => text,
        };
    }

    private static SpecNode Node(SpecValue value) => value switch
    {
        SpecMapping mapping => new Keys([.. mapping.Entries.Select(e => new Entry(Scalar(e.Key), Node(e.Value)))]),
        SpecList list => new Items([.. list.Items.Select(Node)]),
        var scalar => new Word(Scalar((SpecScalar)scalar)),
    };

    private static string Scalar(SpecScalar scalar) => scalar.IsQuoted ? "'" + scalar.Text.Replace("'", "''", StringComparison.Ordinal) + "'" : scalar.Text;
}
