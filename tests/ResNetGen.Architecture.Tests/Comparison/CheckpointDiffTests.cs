using ResNetGen.Architecture.Comparison;
using ResNetGen.Architecture.Networks;
using ResNetGen.Architecture.Tests.Support;
using ResNetGen.Architecture.Text;

namespace ResNetGen.Architecture.Tests.Comparison;

public class CheckpointDiffTests
{
    private static readonly IReadOnlyList<StateEntry> Network = Spec.Right("stages: [{ blocks: 1, width: 64 }]\n").Analysis.State;

    private static readonly IReadOnlyList<StoredTensor> Whole =
        [.. Network.Select(e => new StoredTensor(e.Key, CheckpointDiff.TypeOf(e), e.Shape.Select(s => (long)s).ToEquatableArray()))];

    [Fact]
    public void The_same_tensors_in_any_order_are_the_same()
    {
        var diff = CheckpointDiff.Compare(Network, [.. Whole.Reverse()]);
        Assert.True(diff.IsSame);
        Assert.Equal($"net and a.pth: the same {Network.Count} tensors", CheckpointDiffText.Headline("net", "a.pth", diff, Network.Count));
        Assert.Empty(CheckpointDiffText.Sections(diff));
    }

    [Fact]
    public void What_is_missing_is_told_with_the_nearest_name_of_its_sizes()
    {
        var diff = CheckpointDiff.Compare(Network, [.. Whole.Select(t => t with { Key = t.Key.Replace("layer1.0.conv", "layer1.0.Conv_") })]);
        Assert.Equal(
            [("layer1.0.conv1.weight", "layer1.0.Conv_1.weight"), ("layer1.0.conv2.weight", "layer1.0.Conv_2.weight")],
            diff.Missing.Select(m => (m.Entry.Key, m.Nearest)));
        Assert.Equal(2, diff.Unexpected.Count);
        Assert.Equal($"net and a.pth: 2 missing, 2 unexpected of {Network.Count} tensors", CheckpointDiffText.Headline("net", "a.pth", diff, Network.Count));
    }

    [Fact]
    public void Other_sizes_and_other_types_are_told()
    {
        var diff = CheckpointDiff.Compare(
            Network, [.. Whole.Select(t => t.Key == "fc.weight" ? t with { Shape = new long[] { 10, 64 }.ToEquatableArray(), Type = "float16" } : t)]);
        Assert.Equal("fc.weight", Assert.Single(diff.Mismatched).Found.Key);
        Assert.Equal("fc.weight", Assert.Single(diff.Retyped).Found.Key);
        Assert.Equal(
            ["fc.weight | 1000x64 | 10x64", "float32 | float16 | 1 | fc.weight"],
            CheckpointDiffText.Sections(diff).Select(s => string.Join(" | ", Assert.Single(s.Rows))));
    }
}
