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
        IReadOnlyList<(AttributeArgument Argument, SpecScalar Name, SpecValue Value)> arguments, Site site, Findings findings)
    {
        var root = new List<SpecEntry>();
        foreach (var (argument, name, value) in arguments)
        {
            if (argument.Section.Length == 0)
                root.Add(new SpecEntry(name with { Text = argument.Key.Name }, value));
        }

        foreach (var section in arguments.Where(a => a.Argument.Section is not ("" or Overlay.Stages)).GroupBy(a => a.Argument.Section, StringComparer.Ordinal))
            root.Add(Entry(section.Key, new SpecMapping(section.Select(Said).ToEquatableArray(), section.First().Name.Site)));

        // Blocks first: the other lists are measured against it.
        var perStage = arguments.Where(a => a.Argument.Section == Overlay.Stages)
            .OrderBy(a => a.Argument.Key == StageKeys.Blocks ? 0 : 1).ToList();
        if (perStage.Count > 0)
            root.Add(Entry(Overlay.Stages, Stages(perStage, findings)));

        return new SpecMapping(root.ToEquatableArray(), site);

        SpecEntry Entry(string key, SpecValue value) => new(new SpecScalar(key, IsQuoted: false, value.Site), value);

        static SpecEntry Said((AttributeArgument Argument, SpecScalar Name, SpecValue Value) a) =>
            new(a.Name with { Text = a.Argument.Key.Name }, a.Value);
    }

    private static SpecList Stages(
        List<(AttributeArgument Argument, SpecScalar Name, SpecValue Value)> lists, Findings findings)
    {
        var first = lists[0];
        var count = (first.Value as SpecList)?.Items.Count ?? 0;
        var stages = new List<SpecValue>();
        foreach (var (argument, _, value) in lists)
        {
            var length = (value as SpecList)?.Items.Count ?? 0;
            if (length != count)
            {
                findings.Add(Rules.WrongCount, value.Site, string.Format(
                    CultureInfo.InvariantCulture, "{0} values, one per stage as in {1}", count, first.Argument.Name), length);
            }
        }

        for (var i = 0; i < count; i++)
        {
            var entries = lists.Where(l => l.Value is SpecList list && i < list.Items.Count).Select(l =>
                new SpecEntry(l.Name with { Text = l.Argument.Key.Name }, ((SpecList)l.Value).Items[i])).ToEquatableArray();
            stages.Add(new SpecMapping(entries, ((SpecList)first.Value).Items[i].Site));
        }

        return new SpecList(stages.ToEquatableArray(), first.Value.Site);
    }
}
