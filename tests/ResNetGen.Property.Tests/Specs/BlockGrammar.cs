using FsCheck;
using static ResNetGen.Property.Tests.Specs.Draw;

namespace ResNetGen.Property.Tests.Specs;

/// <summary>Draws the keys that say what blocks are like.</summary>
internal static class BlockGrammar
{
    public static readonly string[] Kinds = ["basic", "bottleneck", "preact_basic", "preact_bottleneck"];

    public static readonly Gen<SpecNode> AntiAliasing =
        FsCheck.Fluent.Gen.Frequency((3, Word("none")), (5, Word("blur")), (5, Word("average")));

    private static readonly Gen<SpecNode> Norm = Either(
        40,
        Word("batch", "frozen_batch", "none"),
        Either(
            60,
            Mapping(Always("kind", Word("group")), Always("groups", Number(1, 2, 4)), Sometimes(30, "eps", Word("1e-3", "0.001", "1"))).Node(),
            Mapping(
                Sometimes(80, "kind", Word("batch", "frozen_batch", "none")),
                Sometimes(50, "eps", Word("1e-5", "0.001")),
                Sometimes(70, "momentum", Word("0", "0.1", "0.01", "1"))).Node()));

    private static readonly Gen<SpecNode> Activation = Word("relu", "relu6", "leaky_relu", "elu", "silu", "gelu", "hardswish");

    private static readonly Gen<SpecNode> Attention = Either(
        50,
        Word("none", "se", "eca"),
        Mapping(
            Always("kind", Word("se", "se", "eca", "none")),
            Sometimes(60, "ratio", Word("0.25", "0.0625", "0.1", "1")),
            Sometimes(60, "divisor", Number(1, 3, 8))).Node());

    /// <summary>The block keys of a mapping whose blocks are all bottlenecks, or not.</summary>
    /// <param name="areBottlenecks">Whether groups may be said.</param>
    /// <param name="percent">How likely a usual key is.</param>
    public static IEnumerable<Gen<Entry?>> Entries(bool areBottlenecks, int percent) =>
    [
        Sometimes(percent / 2, "expansion", Number(1, 2, 3, 4)),
        If(areBottlenecks, Sometimes(percent * 2, "groups", Number(1, 2, 4))),
        If(areBottlenecks, Sometimes(percent, "width_per_group", Number(16, 32, 64, 65, 128))),
        Sometimes(percent / 2, "width_divisor", Number(1, 4, 8)),
        Sometimes(percent / 2, "reduce_first", Number(1, 2)),
        Sometimes(percent, "stride_placement", Word("v1", "v1.5")),
        Sometimes(percent, "stride_block", Word("first", "last")),
        Sometimes(percent, "conv_bias", Switch),
        Sometimes(percent, "dropout", Word("0", "0.1", "0.5")),
        Sometimes(percent, "first_dilation", Word("previous", "same", "half")),
        Sometimes(percent, "basic_dilation", Word("both", "first")),
        Sometimes(percent, "multi_grid_mode", Word("absolute", "multiplied")),
        Sometimes(percent * 3 / 2, "norm", Norm),
        Sometimes(percent * 2, "activation", Activation),
        Sometimes(percent, "attention", Attention),
        Sometimes(percent, "anti_aliasing", AntiAliasing),
    ];

    /// <summary>The keys of a shortcut: what goes together is drawn together.</summary>
    public static Gen<Entry?[]> Shortcut(int percent) => FsCheck.Fluent.Gen.Frequency(
        (100 - percent, None()),
        (percent, All(Always("shortcut", Word("B", "B_first", "B_dilation", "B_pool", "C", "A", "A", "A_split", "A_split")))),
        (percent * 3 / 4, All(
            Always("avg_down", Word("none", "timm", "mm", "mmpretrain")),
            Sometimes(50, "shortcut", Word("B", "B_first", "B_dilation", "B_pool", "C")))),
        (percent / 2, All(
            Always("projection_kernel", Number(1, 3, 3)),
            Sometimes(50, "shortcut", Word("B", "B_first", "C")),
            Sometimes(40, "strided_padding", Number(0, 1, 2)),
            Sometimes(40, "projection_dilation", Number(1, 2, 3)))),
        (percent / 4, All(Always("shortcut", Word("none")), Sometimes(50, "strided_padding", Number(0, 1, 2, 3)))));

    private static Gen<Entry?[]> None() => FsCheck.Fluent.Gen.Constant(Array.Empty<Entry?>());

    private static Gen<Entry?[]> All(params Gen<Entry?>[] entries) => FsCheck.Fluent.Gen.CollectToArray(entries);
}
