using System.Globalization;
using ResNetGen.Architecture.Diagnostics;
using ResNetGen.Architecture.Language;
using ResNetGen.Architecture.Text;

namespace ResNetGen.Architecture.Values;

/// <summary>Turns an attribute's arguments into the mapping that YAML would have given.</summary>
public static class AttributeMapping
{
    /// <summary>Returns the spec that <paramref name="arguments"/> say.</summary>
    /// <param name="arguments">Each argument with its value, at its place in the source.</param>
    /// <param name="site">Where the attribute stands.</param>
    /// <param name="findings">Takes lists that do not fit each other.</param>
    public static SpecMapping From(
        IReadOnlyList<(AttributeArgument Argument, SpecScalar Name, SpecValue Value)> arguments, Site site, Findings findings) =>
        Mapping([.. arguments.Select(a => new SaidArgument(a.Argument, a.Name, a.Value))], depth: 0, site, findings);

    // What is said at this depth, then the mappings and lists below it in the order of their first argument.
    private static SpecMapping Mapping(List<SaidArgument> arguments, int depth, Site site, Findings findings)
    {
        var entries = arguments.Where(a => a.Argument.Path.Count == depth).Select(a => a.Entry(a.Value)).ToList();
        foreach (var below in arguments.Where(a => a.Argument.Path.Count > depth).GroupBy(a => a.Argument.Path[depth]))
        {
            List<SaidArgument> inner = [.. below];
            var isList = inner.Exists(a => a.Argument.IsPerItem && a.Argument.Path.Count == depth + 1);
            SpecValue value = isList ? Items(inner, findings) : Mapping(inner, depth + 1, inner[0].Name.Site, findings);
            entries.Add(new SpecEntry(new SpecScalar(below.Key.Name, IsQuoted: false, value.Site), value));
        }

        return new SpecMapping(entries.ToEquatableArray(), site);
    }

    private static SpecList Items(List<SaidArgument> lists, Findings findings)
    {
        // In the order of the language, so that one of them is what the others are measured against: blocks, channels.
        lists = [.. lists.OrderBy(l => AttributeArgument.All.TakeWhile(a => a != l.Argument).Count())];
        var first = lists[0];
        var count = first.Length;
        foreach (var list in lists.Where(l => l.Length != count))
        {
            findings.Add(Rules.WrongCount, list.Value.Site, string.Format(
                CultureInfo.InvariantCulture, "as many values as {1} has, {0}", count, first.Argument.Name), list.Length);
        }

        var items = new List<SpecValue>();
        for (var i = 0; i < count; i++)
        {
            var entries = lists.Where(l => i < l.Length).Select(l => l.Entry(((SpecList)l.Value).Items[i])).ToEquatableArray();
            items.Add(new SpecMapping(entries, ((SpecList)first.Value).Items[i].Site));
        }

        return new SpecList(items.ToEquatableArray(), first.Value.Site);
    }

    private sealed record SaidArgument(AttributeArgument Argument, SpecScalar Name, SpecValue Value)
    {
        public int Length => (Value as SpecList)?.Items.Count ?? 0;

        public SpecEntry Entry(SpecValue value) => new(Name with { Text = Argument.Key.Name }, value);
    }
}
