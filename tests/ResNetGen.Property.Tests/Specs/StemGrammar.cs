using FsCheck;
using FsCheck.Fluent;
using static ResNetGen.Property.Tests.Specs.Draw;

namespace ResNetGen.Property.Tests.Specs;

/// <summary>Draws stems.</summary>
internal static class StemGrammar
{
    private static readonly Gen<SpecNode> Pool = Either(
        25,
        Word("max", "average", "conv", "none", "none"),
        Gen.Frequency(
            (8, PoolOf("max", Sometimes(60, "pad_value", Word("zero", "minus_infinity")), Sometimes(85, "anti_aliasing", Word("none", "blur", "average")), Rounding)),
            (3, PoolOf("average", Sometimes(80, "count_include_pad", Switch), Rounding)),
            (2, PoolOf("conv"))));

    private static readonly Gen<SpecNode> Convolution = Mapping(
        Always("channels", Number(8, 12, 16, 20, 24)),
        Sometimes(60, "kernel", Number(1, 2, 3, 3, 5, 7)),
        Sometimes(40, "stride", Number(1, 2, 2, 3)),
        Sometimes(30, "padding", Between(0, 3))).Node();

    private static readonly Gen<SpecNode> SpeltOut =
        from count in Gen.Choose(1, 4)
        from stem in Mapping(Always("convs", List(Convolution, count)), Sometimes(75, "pool", Pool))
        select (SpecNode)stem;

    /// <summary>A stem.</summary>
    public static readonly Gen<SpecNode> Stem = Gen.Frequency(
        (2, Word("conv3x3")),
        (1, Word("conv7x7", "deep", "deep_tiered")),
        (7, Mapping(
            Sometimes(80, "preset", Word("conv7x7", "conv3x3", "deep", "deep_tiered")),
            Always("channels", Number(8, 16, 24, 32)),
            Sometimes(65, "pool", Pool)).Node()),
        (6, SpeltOut));

    private static Gen<Entry?> Rounding => Sometimes(40, "ceil_mode", Switch);

    private static Gen<SpecNode> PoolOf(string kind, params Gen<Entry?>[] more) => Mapping([
        Always("kind", Word(kind)),
        Sometimes(50, "kernel", Between(1, 5)),
        Sometimes(50, "stride", Between(1, 3)),
        Sometimes(40, "padding", Between(0, 2)),
        .. more,
    ]).Node();
}
