using FsCheck;
using FsCheck.Fluent;
using static ResNetGen.Property.Tests.Specs.Draw;

namespace ResNetGen.Property.Tests.Specs;

/// <summary>Draws specs of small networks over the whole language; most of them are possible.</summary>
internal static class SpecGrammar
{
    private enum Counting
    {
        Blocks,
        N,
        Depth,
    }

    private enum Dilating
    {
        No,
        Stages,
        OutputStride,
        ReplacedStrides,
    }

    /// <summary>A spec, in any layout, whole or in two parts.</summary>
    public static readonly Gen<DrawnSpec> Spec =
        from whole in Whole()
        from depth in Gen.Choose(0, 4)
        from seed in Gen.Choose(0, int.MaxValue)
        from isSplit in Gen.Choose(0, 2)
        from split in Gen.Choose(0, int.MaxValue)
        select new DrawnSpec(whole, depth, seed, isSplit == 0 ? split : null);

    private static readonly Gen<SpecNode> Input =
        from channels in Gen.Elements(1, 3, 3, 3, 4)
        from height in Gen.Choose(24, 64)
        from width in Gen.Choose(24, 64)
        select (SpecNode)new Items([SpecNode.Of(channels), SpecNode.Of(height), SpecNode.Of(width)]);

    private static Gen<Keys> Whole() =>
        from plan in Plans()
        from stages in Gen.CollectToArray(Enumerable.Range(0, plan.Count), i => Stage(plan, i))
        from before in BeforeStages(plan)
        from behind in BehindStages(plan)
        from shortcut in BlockGrammar.Shortcut(40)
        from block in Mapping(BlockGrammar.Entries(plan.Kinds.All(IsBottleneck), 20))
        from dilation in Dilations(plan, Strides.Reached(before.Find("stem"), plan.LeavesStagesOut ? Enumerable.Repeat(Keys.Of([]), 3) : stages))
        let all = Keys.Of([
            .. before.All, .. block.All, .. shortcut, plan.LeavesStagesOut ? null : new Entry("stages", new Items([.. stages])), .. dilation, .. behind.All])
        from shuffled in Gen.Shuffle(all.All.ToArray())
        from isShuffled in Gen.Choose(0, 1)
        select isShuffled == 1 ? Keys.Of(shuffled) : all;

    private static Gen<Plan> Plans() =>
        from counting in Gen.Frequency((6, Gen.Constant(Counting.Blocks)), (1, Gen.Constant(Counting.N)), (1, Gen.Constant(Counting.Depth)))
        from count in Gen.Choose(1, 4)
        from leaves in Gen.Choose(0, 2)
        let leavesStagesOut = counting != Counting.Blocks && leaves == 0
        let stages = leavesStagesOut ? 3 : count
        from kind in Gen.Elements<string?>([null, .. BlockGrammar.Kinds])
        from own in Gen.Elements<string?>([null, null, null, null, null, null, .. BlockGrammar.Kinds]).ArrayOf(stages)
        from n in Gen.Choose(1, 2)
        from blocks in Gen.Elements(1, 1, 1, 2, 2, 3, 4).ArrayOf(stages)
        from dilating in Gen.Frequency(
            (5, Gen.Constant(Dilating.No)),
            (2, Gen.Constant(Dilating.Stages)),
            (2, Gen.Constant(Dilating.OutputStride)),
            (1, Gen.Constant(Dilating.ReplacedStrides)))
        select new Plan(
            counting, dilating, leavesStagesOut, kind,
            leavesStagesOut ? new string?[stages] : own,
            counting == Counting.Blocks ? blocks : [.. Enumerable.Repeat(n, stages)]);

    private static Gen<Keys> BeforeStages(Plan plan) => Mapping(
        Sometimes(50, "version", Number(1)),
        Sometimes(40, "name", Word("Drawn", "Net1", "Fc", "Layer1", "_x", "Größe")),
        Always("input", Input),
        Sometimes(90, "stem", StemGrammar.Stem),
        If(plan.Kind is not null, Always("block", Word(plan.Kind!))),
        If(plan.Counting == Counting.N, Always("n", Number(plan.Blocks[0]))),
        If(plan.Counting == Counting.Depth, Always("depth", Number(2 + plan.Kinds.Zip(plan.Blocks, (k, b) => (IsBottleneck(k) ? 3 : 2) * b).Sum()))));

    private static Gen<Keys> BehindStages(Plan plan) => Mapping(
        Sometimes(85, "head", Head()),
        Sometimes(15, "final_norm", Switch),
        Sometimes(30, "taps", Taps(plan.Count + 1)),
        Sometimes(20, "init", Word("kaiming_fan_out", "kaiming_fan_in", "default")),
        Sometimes(20, "linear_init", Word("default", "normal")),
        Sometimes(20, "zero_init_residual", Switch),
        Sometimes(20, "stochastic_depth", Word("0", "0.2", "0.5")),
        Sometimes(20, "norm_eval", Switch),
        Sometimes(60, "naming", Word("torchvision", "timm", "mmdet", "mmpretrain")))
        .Zip(Freezing(plan.Count), (keys, freezing) => freezing is null ? keys : new Keys(keys.All.Add(freezing)));

    private static Gen<Entry?> Freezing(int stages) => Gen.Frequency(
        (3, Gen.Constant<Entry?>(null)),
        (1, Always("frozen_stages", Between(-1, stages))),
        (1, Always("trainable_layers", Between(0, stages + 1))));

    private static Gen<SpecNode> Head() => Gen.Frequency(
        (1, Word("classifier")),
        (2, Word("none")),
        (7, Mapping(
            Sometimes(30, "kind", Word("classifier", "classifier", "none")),
            Sometimes(95, "classes", Number(1, 2, 7, 10)),
            Sometimes(15, "pool_kernel", Number(1, 2, 3)),
            Sometimes(30, "bias", Switch),
            Sometimes(30, "dropout", Word("0", "0.2", "0.5"))).Node()));

    private static Gen<SpecNode> Taps(int count) =>
        from taps in Gen.SubListOf(Enumerable.Range(1, count)).Where(t => t.Count > 0)
        from shuffled in Gen.Shuffle(taps.ToArray())
        from isNamed in Gen.Choose(0, 1)
        select (SpecNode)new Items([.. shuffled.Select(t => isNamed == 1 ? new Word("c" + ((Word)SpecNode.Of(t)).Text) : SpecNode.Of(t))]);

    private static Gen<Entry?[]> Dilations(Plan plan, IEnumerable<int> strides)
    {
        var last = plan.Blocks[^1];
        return Gen.CollectToArray<Entry?>([
            If(plan.Dilating == Dilating.OutputStride, Always("output_stride", Number([.. strides]))),
            If(plan.Dilating == Dilating.ReplacedStrides && plan.Count > 1, Always("replace_stride_with_dilation", List(Switch, plan.Count - 1))),
            Sometimes(15, "multi_grid", List(Number(1, 2, 3, 4), last)),
        ]);
    }

    private static Gen<SpecNode> Stage(Plan plan, int index) =>
        from shortcut in BlockGrammar.Shortcut(8)
        from dilates in Gen.Choose(0, 1)
        let isDilated = plan.Dilating == Dilating.Stages && dilates == 1
        from keys in Mapping([
            If(plan.Counting == Counting.Blocks, Always("blocks", Number(plan.Blocks[index]))),
            Sometimes(index == 0 ? 97 : 75, "width", Number(8, 8, 16, 16, 24, 32, 12)),
            Sometimes(isDilated ? 90 : 40, "stride", isDilated ? Number(1, 1, 2) : Number(1, 2, 2, 2, 3)),
            If(isDilated, Always("dilation", Number(1, 2, 2, 3, 4))),
            Sometimes(6, "multi_grid", List(Number(1, 2, 4), plan.Blocks[index])),
            If(plan.Own[index] is not null, Always("block", Word(plan.Own[index]!))),
            .. BlockGrammar.Entries(IsBottleneck(plan.Kinds.ElementAt(index)), 6),
        ])
        select (SpecNode)new Keys([.. keys.All, .. shortcut.OfType<Entry>()]);

    private static bool IsBottleneck(string kind) => kind.EndsWith("bottleneck", StringComparison.Ordinal);

    /// <summary>What decides which keys may be drawn.</summary>
    private sealed record Plan(Counting Counting, Dilating Dilating, bool LeavesStagesOut, string? Kind, string?[] Own, int[] Blocks)
    {
        public int Count => Blocks.Length;

        public IEnumerable<string> Kinds => Own.Select(own => own ?? Kind ?? "basic");
    }
}
