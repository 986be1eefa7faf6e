using System.Globalization;
using ResNetGen.Architecture.Language;
using ResNetGen.Property.Tests.Specs;

namespace ResNetGen.Fuzz.Mutation;

/// <summary>Draws what a key may hold, from the description of the language that the parser uses; now and then a step beyond.</summary>
internal static class LegalValues
{
    private const int Beyond = 2;

    /// <summary>Draws a value for <paramref name="key"/>.</summary>
    public static SpecNode For(Key key, Dice dice) => For(key.Holds, dice);

    /// <summary>The keys that <paramref name="key"/>'s mapping, or each of its list's, may have; null where it holds none.</summary>
    public static MappingShape? MappingOf(Key key) => key.Holds switch
    {
        MappingShape mapping => mapping,
        ListShape<Section> { Item: MappingShape item } => item,
        _ => null,
    };

    private static SpecNode For(Shape shape, Dice dice) => shape switch
    {
        IWords words => new Word(words.FromMember(dice.Pick([.. words.Members]))!),
        SwitchShape => new Word(dice.Pick("true", "false")),
        IntegerShape integer => SpecNode.Of(Number(integer.Minimum, integer.Maximum, dice)),
        ChoiceShape choice => new Word(dice.Pick(choice.Expected.Split(" or "))),
        NumberShape => new Word(dice.Pick("0", "0.1", "0.5", "0.25", "1", "1e-5", "1e-3", "0.999999", "0.0625", "1e-300", "5e-324", "0.30000000000000004")),
        TapShape => new Word((dice.Chance(50) ? "c" : "") + (1 + dice.FewOf(18)).ToString(CultureInfo.InvariantCulture)),
        IdentifierShape => new Word(dice.Pick(HostileTexts.Names)),
        TextShape => new Word(dice.Pick(HostileTexts.Paths)),
        MappingShape mapping => Mapping(mapping, dice),
        ListShape<int> list => List(list.Item, list.Minimum, list.Maximum, dice),
        ListShape<bool> list => List(list.Item, list.Minimum, list.Maximum, dice),
        ListShape<Section> list => List(list.Item, list.Minimum, list.Maximum, dice),
        ListShape<Said<int>> list => List(list.Item, list.Minimum, list.Maximum, dice),
        _ => throw new NotSupportedException(shape.GetType().Name),
    };

    // Its bounds, and what networks have; the largest make the largest networks, so they are rare.
    private static int Number(int low, int high, Dice dice)
    {
        if (dice.Chance(Beyond))
            return dice.Chance(50) ? low - 1 : high == int.MaxValue ? high : high + 1;

        return dice.Below(20) switch
        {
            < 4 => low,
            4 => high,
            5 => Math.Max(low, high / 2),
            6 => Math.Max(low, high - 1),
            < 16 => low + dice.Below(Math.Max(1, Math.Min(high - low, 8))),
            _ => Math.Clamp(dice.Pick(8, 16, 32, 48, 64, 100, 128, 256, 1000), low, high),
        };
    }

    private static SpecNode Mapping(MappingShape mapping, Dice dice)
    {
        if (mapping.Shorthand is { } shorthand && dice.Chance(40))
            return For(shorthand, dice);

        var keys = mapping.Keys.Where(k => k.IsRequired || dice.Chance(mapping.Keys.Count > 12 ? 6 : 40));
        return new Keys([.. keys.Select(k => new Entry(k.Name, For(k, dice)))]);
    }

    private static SpecNode List(Shape item, int minimum, int maximum, Dice dice)
    {
        var count = minimum == maximum ? minimum : dice.Chance(Beyond) ? Math.Min(maximum, 200) + 1 : minimum + dice.FewOf(Math.Min(maximum, 24) - minimum + 1);
        return new Items([.. Enumerable.Range(0, count).Select(_ => For(item, dice))]);
    }
}
