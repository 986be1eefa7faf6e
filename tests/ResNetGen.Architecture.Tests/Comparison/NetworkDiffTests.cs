using ResNetGen.Architecture.Comparison;
using ResNetGen.Architecture.Tests.Support;

namespace ResNetGen.Architecture.Tests.Comparison;

public class NetworkDiffTests
{
    private const string Small = "input: [3, 32, 32]\nstem: conv3x3\nstages: [{ blocks: 2, width: 16 }, { blocks: 2, width: 32, stride: 2 }]\n";

    public static TheoryData<string> Names => [.. SpecFolder.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_network_and_itself_are_the_same(string name)
    {
        var diff = NetworkComparer.Compare(SpecFolder.Compile(name), SpecFolder.Compile(name));
        Assert.True(diff.IsSame);
        Assert.Empty(DiffText.Sections(diff));
        Assert.Equal(name + ": the same network", DiffText.Headline(diff));
    }

    [Theory]
    [InlineData("resnet50", "resnet50d")]
    [InlineData("resnet50_v1", "resnet50")]
    [InlineData("resnet50c", "resnet50d")]
    [InlineData("cifar_resnet20_A", "cifar_resnet20_A_split")]
    [InlineData("resnet18", "resnet50")]
    [InlineData("resnetv2_50", "resnet50")]
    [InlineData("resnet50", "resnet50_gn")]
    [InlineData("cifar_resnet1202_A", "cifar_resnet20_B")]
    public void What_differs_the_one_way_differs_the_other_way(string a, string b)
    {
        var (there, back) = (Of(SpecFolder.Compile(a), SpecFolder.Compile(b)), Of(SpecFolder.Compile(b), SpecFolder.Compile(a)));
        Assert.Equal(there.Numbers.Select(n => (n.Name, n.Old, n.New)), back.Numbers.Select(n => (n.Name, n.New, n.Old)));
        Assert.Equal(there.Keys.Count(k => k.Fate == KeyFate.Added), back.Keys.Count(k => k.Fate == KeyFate.Removed));
        Assert.Equal(there.Keys.Count(k => k.Fate == KeyFate.Renamed), back.Keys.Count(k => k.Fate == KeyFate.Renamed));
        Assert.Equal(there.Layers.Count, back.Layers.Count);
        Assert.Equal(
            there.Number(NumberNames.StateDictEntries).New - there.Number(NumberNames.StateDictEntries).Old,
            there.Keys.Count(k => k.Fate == KeyFate.Added) - there.Keys.Count(k => k.Fate == KeyFate.Removed));
    }

    [Fact]
    public void A_mutation_is_in_the_diff_if_and_only_if_it_changes_the_hash()
    {
        var spec = Spec.Right("block: preact_bottleneck\nstages: [{ blocks: 2, width: 16 }, { blocks: 3, width: 16, stride: 2, avg_down: timm }]\nanti_aliasing: blur\nattention: eca\nhead: { dropout: 0.5 }");
        var hash = NetworkHash.Of(spec);
        foreach (var (property, mutant) in Mutants.Of(spec.Network))
        {
            // The analysis stays: not every mutant is a network that could run.
            var diff = Of(spec, spec with { Network = mutant });
            var told = diff.Settings.Count + diff.Layers.Count + diff.Keys.Count + diff.Training.Count > 0;
            Assert.True(told == (NetworkHash.Of(mutant) != hash), property);
            Assert.True(told == !diff.IsSame, property);
            Assert.True(told == (DiffText.Sections(diff).Count > 0), property + " is not told");
        }
    }

    [Fact]
    public void Stride_placement_is_two_lines() => Assert.Equal(
        """
        resnet50_v1 → resnet50: the same parameters (25,557,032), MACs 3,857,973,248 → 4,089,184,256 (+5.99 %)
        layer2.0, layer3.0, layer4.0 | conv1: stride 2 → 1
         | conv2: stride 1 → 2
        """,
        Told("resnet50_v1", "resnet50", "Layers"));

    [Fact]
    public void Deeper_is_one_line() => Assert.Equal(
        """
        resnet50 → resnet101: parameters 25,557,032 → 44,549,160 (+74.3 %), MACs 4,089,184,256 → 7,801,405,440 (+90.8 %)
        layer3.6-22 | 17 blocks added: bottleneck [1x1 256, 3x3 256, 1x1 1024]
        """,
        Told("resnet50", "resnet101", "Layers"));

    [Fact]
    public void Halves_of_zeros_are_another_function_of_the_same_keys() => Assert.Equal(
        """
        cifar_resnet20_A → cifar_resnet20_A_split: the same parameters (269,722), the same MACs (40,551,040); the same keys, another function
        layer2.0 | shortcut: zeros_before 0 → 8, zeros_after 16 → 8
        layer3.0 | shortcut: zeros_before 0 → 16, zeros_after 32 → 16
        """,
        Told("cifar_resnet20_A", "cifar_resnet20_A_split", "Layers"));

    [Fact]
    public void A_pool_before_projections_renames_their_tensors() => Assert.Equal(
        """
        resnet50c → resnet50d: the same parameters (25,576,264), the same MACs (4,328,824,832); another function
        renamed | 24 | layer1.0, layer2.0, layer3.0, layer4.0 | downsample.0 → downsample.1, downsample.1 → downsample.2
        """,
        Told("resnet50c", "resnet50d", "State dict"));

    [Theory]
    [InlineData("norm: { eps: 1e-3 }", "every batch_norm (10) | eps 1E-05 → 0.001")]
    [InlineData("activation: silu", "every relu (9) | relu → silu")]
    [InlineData("norm: { kind: group, groups: 4 }", "every batch_norm (10) | batch_norm → group_norm, groups 4")]
    [InlineData("conv_bias: true", "every conv (10) | bias false → true")]
    public void What_is_so_everywhere_is_one_line(string said, string line) =>
        Assert.Equal(line, string.Join('\n', Lines(Of(Spec.Right(Small), Spec.Right(Small + said + "\n")), "Layers")));

    [Theory]
    [InlineData("norm: { momentum: 0.2 }", "every batch_norm (10) | momentum 0.1 → 0.2")]
    [InlineData("zero_init_residual: true", "network | zero_init_residual false → true")]
    [InlineData("frozen_stages: 1", "network | frozen_stages -1 → 1")]
    [InlineData("head: { dropout: 0.5 }", "head | + dropout: dropout, rate 0.5")]
    public void What_only_training_sees_is_told_as_such(string said, string line)
    {
        var diff = Of(Spec.Right(Small), Spec.Right(Small + said + "\n"));
        Assert.True(diff.IsTrainingOnly);
        Assert.EndsWith("; only training differs", DiffText.Headline(diff), StringComparison.Ordinal);
        Assert.DoesNotContain(DiffText.Sections(diff), s => s.Title is "Layers" or "State dict" or "Shapes" or "Parts");
        Assert.Equal(line, string.Join('\n', Lines(diff, "Only in training")));
    }

    [Fact]
    public void Another_naming_is_renames_and_nothing_else()
    {
        const string preact = "input: [3, 64, 64]\nblock: preact_basic\nstages: [{ blocks: 2, width: 16 }, { blocks: 2, width: 32, stride: 2 }]\nhead: none\n";
        var diff = Of(Spec.Right(preact), Spec.Right(preact + "naming: timm\n"));
        Assert.All(diff.Keys, k => Assert.Equal(KeyFate.Renamed, k.Fate));
        Assert.Equal(diff.Number(NumberNames.StateDictEntries).New, diff.Keys.Count);
        Assert.False(diff.IsOtherFunction);
        Assert.EndsWith("; the same function, other keys", DiffText.Headline(diff), StringComparison.Ordinal);
        Assert.Equal(["State dict"], DiffText.Sections(diff).Select(s => s.Title));
    }

    [Fact]
    public void Frozen_norms_keep_their_keys_as_buffers()
    {
        var diff = Of(Spec.Right(Small), Spec.Right(Small + "norm: frozen_batch\n"));
        Assert.Equal((20, 10), (diff.Keys.Count(k => k.Fate == KeyFate.Retyped), diff.Keys.Count(k => k.Fate == KeyFate.Removed)));
    }

    [Fact]
    public void Another_input_changes_shapes_and_no_key()
    {
        var diff = Of(Spec.Right(Small), Spec.Right(Small.Replace("32, 32]", "64, 64]")));
        Assert.Equal("input | 3x32x32 | 3x64x64 | ", Lines(diff, "Network").First());
        Assert.Equal(["c1", "c2", "c3"], diff.Taps.Select(t => t.Name));
        Assert.Empty(diff.Keys);
        Assert.False(diff.IsOtherFunction);
    }

    [Fact]
    public void A_head_and_a_stage_can_come_and_go()
    {
        var diff = Of(Spec.Right(Small), Spec.Right("input: [3, 32, 32]\nstem: conv3x3\nstages: [{ blocks: 2, width: 16 }]\nhead: none\n"));
        Assert.Equal(["stages", "taps", "head", "head for one size"], diff.Settings.Select(s => s.Name));
        Assert.Contains("layer2.0 | block removed: projection (1x1 32 /2) basic [3x3 32 /2, 3x3 32]", Lines(diff, "Layers"));
        Assert.Contains("head | - avgpool: global_avg_pool", Lines(diff, "Layers"));
        Assert.Null(diff.Parts.Single(p => p.Name == "layer2").Macs.New);
    }

    [Theory]
    [InlineData(100L, 101L, "+1.00 %")]
    [InlineData(1_000_000L, 1_000_001L, "+1.0e-4 %")]
    [InlineData(1L, 3L, "+200 %")]
    [InlineData(200L, 100L, "-50.0 %")]
    [InlineData(0L, 5L, "")]
    [InlineData(5L, 5L, "")]
    public void A_change_in_percent_is_never_printed_as_none(long old, long now, string percent) =>
        Assert.Equal(percent, new NumberChange("n", old, now).Percent);

    [Fact]
    public void Places_are_ranges_in_order() => Assert.Equal(
        "stem, layer1.0-2, layer1.4, layer2.0, head",
        Place.Shorten([Place.Head, .. new[] { 4, 0, 1, 2 }.Select(b => new Place(0, b, "layer1")), new Place(1, 0, "layer2"), Place.Stem]));

    private static NetworkDiff Of(CompiledSpec old, CompiledSpec now) => NetworkComparer.Compare(old, now);

    private static string Told(string old, string now, string section)
    {
        var diff = Of(SpecFolder.Compile(old), SpecFolder.Compile(now));
        return string.Join('\n', Lines(diff, section).Prepend(DiffText.Headline(diff)));
    }

    private static IEnumerable<string> Lines(NetworkDiff diff, string section) =>
        DiffText.Sections(diff).Single(s => s.Title == section).Rows.Select(r => string.Join(" | ", r));
}
