using FsCheck;
using FsCheck.Fluent;

namespace ResNetGen.Property.Tests.Specs;

/// <summary>What the generators of specs are made of.</summary>
internal static class Draw
{
    public static readonly Gen<SpecNode> Switch = Word("true", "false");

    public static Gen<SpecNode> Word(params string[] words) => Gen.Elements(words).Select(w => (SpecNode)new Word(w));

    public static Gen<SpecNode> Number(params int[] numbers) => Gen.Elements(numbers).Select(SpecNode.Of);

    public static Gen<SpecNode> Between(int low, int high) => Gen.Choose(low, high).Select(SpecNode.Of);

    /// <summary>A word, or the mapping that says more.</summary>
    public static Gen<SpecNode> Either(int percent, Gen<SpecNode> first, Gen<SpecNode> second) =>
        Gen.Frequency((percent, first), (100 - percent, second));

    public static Gen<SpecNode> List(Gen<SpecNode> item, int count) =>
        item.ArrayOf(count).Select(all => (SpecNode)new Items([.. all]));

    public static Gen<Entry?> Always(string key, Gen<SpecNode> value) => value.Select(v => (Entry?)new Entry(key, v));

    public static Gen<Entry?> Sometimes(int percent, string key, Gen<SpecNode> value) =>
        percent <= 0 ? Never : Gen.Frequency((percent, Always(key, value)), (100 - percent, Never));

    public static Gen<Entry?> If(bool isWanted, Gen<Entry?> entry) => isWanted ? entry : Never;

    /// <summary>A mapping of the entries, in any order.</summary>
    public static Gen<Keys> Mapping(params IEnumerable<Gen<Entry?>> entries) =>
        from drawn in Gen.CollectToArray(entries)
        from shuffled in Gen.Shuffle(drawn)
        select Keys.Of(shuffled);

    public static Gen<SpecNode> Node(this Gen<Keys> mapping) => mapping.Select(m => (SpecNode)m);

    public static Gen<SpecNode> Node(this Gen<SpecNode[]> list) => list.Select(l => (SpecNode)new Items([.. l]));

    private static Gen<Entry?> Never => Gen.Constant<Entry?>(null);
}
