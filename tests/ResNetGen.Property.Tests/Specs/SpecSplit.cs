using System.Collections.Immutable;
using System.Globalization;

namespace ResNetGen.Property.Tests.Specs;

/// <summary>Parts a spec into one that extends another, so that both together say what the one said.</summary>
internal sealed class SpecSplit(int seed)
{
    /// <summary>Returns the extended spec and the one that extends it.</summary>
    public (Keys Below, Keys Above) Part(Keys spec, string pathOfBelow)
    {
        var (below, above) = Mapping(spec, "");
        // An empty text is no spec.
        var notEmpty = new Keys(((Keys)below!).All.Insert(0, new Entry("version", SpecNode.Of(1))));
        return (notEmpty, new Keys(((Keys)above!).All.Insert(0, new Entry("extends", new Word(pathOfBelow)))));
    }

    private (SpecNode? Below, SpecNode? Above) Node(SpecNode node, string path) => node switch
    {
        Keys mapping => Mapping(mapping, path),
        Items stages when path == "/stages" => Stages(stages),
        _ => (Draw(path) % 4) switch
        {
            0 => (node, null),
            1 => (null, node),
            2 => (node, node),
            _ => (Other(node), node),
        },
    };

    private (SpecNode? Below, SpecNode? Above) Mapping(Keys mapping, string path)
    {
        var (below, above) = (new List<Entry>(), new List<Entry>());
        foreach (var (key, value) in mapping.All)
        {
            // A name and a version are every spec's own.
            var (under, over) = path.Length == 0 && key is "name" or "version" ? (null, value) : Node(value, path + "/" + key);
            if (under is not null)
                below.Add(new Entry(key, under));
            if (over is not null)
                above.Add(new Entry(key, over));
        }

        return (WordOf(below, path), below.Count == 0 ? WordOf(above, path) : Keys.Of(above));
    }

    // A lone word stands for the mapping that it is short for.
    private static SpecNode WordOf(List<Entry> said, string path) =>
        path.Length > 0 && said is [{ Key: "preset" or "kind" }] ? said[0].Value : Keys.Of(said);

    private (SpecNode Below, SpecNode Above) Stages(Items stages)
    {
        var (below, above) = (ImmutableArray.CreateBuilder<SpecNode>(), ImmutableArray.CreateBuilder<SpecNode>());
        var shared = stages.All.Length - (Draw("/stages") % 2);
        for (var i = 0; i < stages.All.Length; i++)
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"/stages/{i}");
            var (under, over) = i < shared ? Node(stages.All[i], path) : (null, stages.All[i]);
            if (under is not null)
                below.Add(under);

            above.Add(over ?? Keys.Of([]));
        }

        return (new Items(below.ToImmutable()), new Items(above.ToImmutable()));
    }

    // What is said below and overridden above must not be seen.
    private static SpecNode Other(SpecNode node) => node switch
    {
        Word { Text: "true" } => new Word("false"),
        Word { Text: "false" } => new Word("true"),
        Word { Text: var text } when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => SpecNode.Of(number + 1),
        _ => node,
    };

    // By the place alone, so that a smaller spec is parted as the larger one was.
    private int Draw(string path)
    {
        var hash = (uint)seed;
        foreach (var c in path)
            hash = unchecked((hash ^ c) * 16777619);

        return (int)((hash >> 8) & 0xFFFF);
    }
}
