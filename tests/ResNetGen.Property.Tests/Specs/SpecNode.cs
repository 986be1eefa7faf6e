using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace ResNetGen.Property.Tests.Specs;

/// <summary>A piece of a drawn spec: what YAML has, and nothing of what it means.</summary>
internal abstract record SpecNode
{
    /// <summary>Smaller pieces in place of this one, the smallest first.</summary>
    public abstract IEnumerable<SpecNode> Smaller();

    /// <summary>The piece on one line.</summary>
    public abstract string OnOneLine();

    /// <summary>A number's node.</summary>
    public static SpecNode Of(int number) => new Word(number.ToString(CultureInfo.InvariantCulture));
}

/// <summary>A word, a switch or a number.</summary>
internal sealed record Word(string Text) : SpecNode
{
    public override IEnumerable<SpecNode> Smaller() =>
        int.TryParse(Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 1
            ? new[] { 1, 2, number / 2, number - 1 }.Where(n => n < number).Distinct().Select(Of)
            : [];

    public override string OnOneLine() => Text;
}

/// <summary>A list.</summary>
internal sealed record Items(ImmutableArray<SpecNode> All) : SpecNode
{
    public override IEnumerable<SpecNode> Smaller()
    {
        for (var i = 0; i < All.Length; i++)
            yield return new Items(All.RemoveAt(i));

        for (var i = 0; i < All.Length; i++)
        {
            foreach (var smaller in All[i].Smaller())
                yield return new Items(All.SetItem(i, smaller));
        }
    }

    public override string OnOneLine() => "[" + string.Join(", ", All.Select(i => i.OnOneLine())) + "]";
}

/// <summary>One key of a mapping and what it holds.</summary>
internal sealed record Entry(string Key, SpecNode Value);

/// <summary>A mapping.</summary>
internal sealed record Keys(ImmutableArray<Entry> All) : SpecNode
{
    public static Keys Of(IEnumerable<Entry?> entries) => new([.. entries.OfType<Entry>()]);

    public SpecNode? Find(string key) => All.FirstOrDefault(e => e.Key == key)?.Value;

    public override IEnumerable<SpecNode> Smaller()
    {
        if (All.Length > 3)
        {
            yield return new Keys(All[..(All.Length / 2)]);
            yield return new Keys(All[(All.Length / 2)..]);
        }

        for (var i = 0; i < All.Length; i++)
            yield return new Keys(All.RemoveAt(i));

        for (var i = 0; i < All.Length; i++)
        {
            foreach (var smaller in All[i].Value.Smaller())
                yield return new Keys(All.SetItem(i, All[i] with { Value = smaller }));
        }
    }

    public override string OnOneLine() =>
        All.IsEmpty ? "{}" : "{ " + string.Join(", ", All.Select(e => e.Key + ": " + e.Value.OnOneLine())) + " }";

    /// <summary>The mapping as a text whose first <paramref name="depth"/> levels stand line by line.</summary>
    public string ToText(int depth)
    {
        var text = new StringBuilder();
        Write(text, this, depth, indent: 0);
        return text.ToString();
    }

    private static void Write(StringBuilder text, SpecNode node, int depth, int indent)
    {
        var margin = new string(' ', indent);
        switch (node)
        {
            case Keys { All.IsEmpty: false } keys when depth > 0:
                foreach (var (key, value) in keys.All)
                    WriteBehind(text.Append(margin).Append(key).Append(':'), value, depth - 1, indent + 2);

                break;
            case Items { All.IsEmpty: false } items when depth > 0:
                foreach (var item in items.All)
                    WriteBehind(text.Append(margin).Append('-'), item, depth - 1, indent + 2);

                break;
            default:
                text.Append(margin).Append(node.OnOneLine()).Append('\n');
                break;
        }
    }

    private static void WriteBehind(StringBuilder text, SpecNode node, int depth, int indent)
    {
        if (depth > 0 && node is Keys { All.IsEmpty: false } or Items { All.IsEmpty: false })
            Write(text.Append('\n'), node, depth, indent);
        else
            text.Append(' ').Append(node.OnOneLine()).Append('\n');
    }
}
