using ResNetGen.Architecture.Language;
using ResNetGen.Property.Tests.Specs;

namespace ResNetGen.Fuzz.Mutation;

/// <summary>Changes what a spec says, and leaves it a spec: keys, values, stages, short and long forms.</summary>
internal static class TreeMutation
{
    /// <summary>Returns the spec with one thing changed.</summary>
    /// <param name="spec">The spec.</param>
    /// <param name="other">Another spec, to take pieces of.</param>
    /// <param name="dice">What draws.</param>
    public static Keys Apply(Keys spec, Keys other, Dice dice) => dice.Below(12) switch
    {
        < 5 => Set(spec, SpecKeys.Spec, dice),
        < 7 => Remove(spec, SpecKeys.Spec, dice),
        7 => Splice(spec, other, dice),
        8 => Restage(spec, other, dice),
        9 => Respell(spec, dice),
        10 => Move(spec, dice),
        _ => Renumber(spec, dice),
    };

    // A key of the mapping, or of one below it, gets a value that it may hold.
    private static Keys Set(Keys mapping, MappingShape shape, Dice dice)
    {
        if (dice.Chance(60) && Below(mapping, shape, dice) is { } below)
            return Change(mapping, below.Index, below.Shape, dice, inner => Set(inner, below.Shape, dice));

        // What is there already is changed as often as something new is said.
        var said = shape.Keys.Where(k => mapping.Find(k.Name) is not null).ToList();
        var key = said.Count > 0 && dice.Chance(50) ? dice.Pick(said) : dice.Pick(shape.Keys);
        return With(mapping, key.Name, LegalValues.For(key, dice));
    }

    private static Keys Remove(Keys mapping, MappingShape shape, Dice dice) =>
        dice.Chance(50) && Below(mapping, shape, dice) is { } below ? Change(mapping, below.Index, below.Shape, dice, inner => Remove(inner, below.Shape, dice))
        : mapping.All.IsEmpty ? mapping
        : new Keys(mapping.All.RemoveAt(dice.Below(mapping.All.Length)));

    private static Keys Splice(Keys spec, Keys other, Dice dice)
    {
        var taken = other.All.Where(_ => dice.Chance(40)).ToList();
        return taken.Aggregate(spec, (s, e) => With(s, e.Key, e.Value));
    }

    // Stages of one spec among those of another.
    private static Keys Restage(Keys spec, Keys other, Dice dice)
    {
        if (spec.Find("stages") is not Items stages || stages.All.IsEmpty)
            return spec;

        var from = other.Find("stages") is Items { All.IsEmpty: false } others && dice.Chance(50) ? others : stages;
        var (stage, at) = (from.All[dice.Below(from.All.Length)], dice.Below(stages.All.Length));
        return With(spec, "stages", new Items(dice.Below(3) switch
        {
            0 => stages.All.Insert(at, stage),
            1 => stages.All.SetItem(at, stage),
            _ => stages.All.RemoveAt(at),
        }));
    }

    // `stem: deep` for `stem: { preset: deep }`, and back.
    private static Keys Respell(Keys spec, Dice dice)
    {
        var short1 = SpecKeys.Spec.Keys.Where(k => k.Holds is MappingShape { Shorthand: not null } && spec.Find(k.Name) is not null).ToList();
        if (short1.Count == 0)
            return spec;

        var key = dice.Pick(short1);
        var name = ((MappingShape)key.Holds).Shorthand!.Name;
        return With(spec, key.Name, spec.Find(key.Name) switch
        {
            Word word => new Keys([new Entry(name, word)]),
            Keys mapping when mapping.Find(name) is Word word => word,
            var same => same!,
        });
    }

    // What a stage says is said of all, or the other way round.
    private static Keys Move(Keys spec, Dice dice)
    {
        if (spec.Find("stages") is not Items { All.IsEmpty: false } stages)
            return spec;

        var at = dice.Below(stages.All.Length);
        if (stages.All[at] is not Keys stage)
            return spec;

        var from = dice.Chance(50) ? stage.All : spec.All.RemoveAll(e => e.Key == "stages");
        if (from.IsEmpty)
            return spec;

        var moved = dice.Pick(from);
        return from == stage.All
            ? With(With(spec, "stages", new Items(stages.All.SetItem(at, new Keys(stage.All.Remove(moved))))), moved.Key, moved.Value)
            : With(new Keys(spec.All.Remove(moved)), "stages", new Items(stages.All.SetItem(at, With(stage, moved.Key, moved.Value))));
    }

    // Smaller numbers: networks that fit their inputs, and each other's channels.
    private static Keys Renumber(Keys spec, Dice dice)
    {
        var smaller = spec.Smaller().OfType<Keys>().Take(60).ToList();
        return smaller.Count == 0 ? spec : dice.Pick(smaller);
    }

    private static (int Index, MappingShape Shape)? Below(Keys mapping, MappingShape shape, Dice dice)
    {
        var inner = mapping.All.Select((e, i) => (Entry: e, Index: i, Shape: shape.Keys.FirstOrDefault(k => k.Name == e.Key) is { } key ? LegalValues.MappingOf(key) : null))
            .Where(e => e.Shape is not null && e.Entry.Value is Keys or Items).ToList();
        if (inner.Count == 0)
            return null;

        var (_, index, of) = dice.Pick(inner);
        return of is null ? null : (index, of);
    }

    private static Keys Change(Keys mapping, int index, MappingShape shape, Dice dice, Func<Keys, Keys> change)
    {
        var entry = mapping.All[index];
        var value = entry.Value switch
        {
            Keys inner => change(inner),
            Items { All.IsEmpty: false } items when dice.Below(items.All.Length) is var at && items.All[at] is Keys inner => new Items(items.All.SetItem(at, change(inner))),
            var same => same,
        };
        return new Keys(mapping.All.SetItem(index, entry with { Value = value }));
    }

    private static Keys With(Keys mapping, string key, SpecNode value)
    {
        var index = mapping.All.Select(e => e.Key).ToList().IndexOf(key);
        return new Keys(index < 0 ? mapping.All.Add(new Entry(key, value)) : mapping.All.SetItem(index, new Entry(key, value)));
    }
}
