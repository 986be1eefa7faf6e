using ResNetGen.Architecture.Language;

namespace ResNetGen.Property.Tests.Specs;

/// <summary>Which keys and words of the language were drawn.</summary>
internal sealed class Coverage
{
    private readonly Dictionary<string, int> _drawn = new(StringComparer.Ordinal);

    public Coverage() => Expect(SpecKeys.Spec, "");

    /// <summary>Counts what <paramref name="drawn"/> says.</summary>
    public void Add(DrawnSpec drawn)
    {
        Count(SpecKeys.Spec, drawn.Whole, "");
        if (drawn.Split is not null)
            Count(SpecKeys.Extends.Name);
    }

    /// <summary>The keys and words of the language that were not drawn at all.</summary>
    public List<string> Missing() => [.. _drawn.Where(d => d.Value == 0).Select(d => d.Key)];

    /// <summary>What was drawn least.</summary>
    public string Rarest() => string.Join(", ", _drawn.OrderBy(d => d.Value).Take(4).Select(d => $"{d.Key} x {d.Value}"));

    private void Expect(MappingShape mapping, string path)
    {
        foreach (var key in mapping.Keys)
        {
            var name = path + key.Name;
            _drawn[name] = 0;
            if (key.Holds is IWords words)
            {
                foreach (var member in words.Members)
                    _drawn[name + ": " + words.FromMember(member)] = 0;
            }
            else if (Inner(key.Holds) is { } inner)
            {
                Expect(inner, PathOf(name));
            }
        }
    }

    private void Count(MappingShape mapping, SpecNode node, string path)
    {
        if (node is Word && mapping.Shorthand is { } shorthand)
            node = new Keys([new Entry(shorthand.Name, node)]);

        foreach (var (name, value) in ((Keys)node).All)
        {
            var key = mapping.Keys.First(k => k.Name == name);
            Count(path + name);
            if (key.Holds is IWords)
                Count(path + name + ": " + ((Word)value).Text);
            else if (Inner(key.Holds) is { } inner)
                CountInner(inner, value, PathOf(path + name));
        }
    }

    private void CountInner(MappingShape mapping, SpecNode value, string path)
    {
        if (value is not Items items)
        {
            Count(mapping, value, path);
            return;
        }

        foreach (var item in items.All)
            Count(mapping, item, path);
    }

    private void Count(string what) => _drawn[what]++;

    // What a stage says is counted with what the spec says for all stages.
    private static string PathOf(string key) => key == SpecKeys.Stages.Name ? "" : key + "/";

    private static MappingShape? Inner(Shape shape) => shape switch
    {
        MappingShape mapping => mapping,
        ListShape<Section> list => list.Item as MappingShape,
        _ => null,
    };
}
