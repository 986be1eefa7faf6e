using System.Text.RegularExpressions;
using ResNetGen.Architecture.Tests.Support;

namespace ResNetGen.Architecture.Tests.Lowering;

/// <summary>Kernel, dilation, padding and pool of a projection, and its keys.</summary>
public class ProjectionTests
{
    // Stage 2 strides; stage 3 dilates by 4 where stage 2 dilates by 1; every first block widens.
    private const string Stages = "\nblock: bottleneck\nstages: [{ blocks: 2 }, { blocks: 2 }, { blocks: 2, stride: 1, dilation: 4 }]\n";

    [Theory]
    [InlineData("projection_kernel: 1", "0 1x1", "0 1x1/2", "0 1x1")]
    [InlineData("projection_kernel: 3", "0 1x1", "0 3x3/2 p1", "0 3x3 p1")]
    [InlineData("projection_kernel: 3\nfirst_dilation: half", "0 1x1", "0 3x3/2 p1", "0 3x3 p2 d2")]
    [InlineData("projection_kernel: 3\nfirst_dilation: same", "0 1x1", "0 3x3/2 p1", "0 3x3 p4 d4")]
    [InlineData("projection_kernel: 3\nprojection_dilation: 3", "0 1x1", "0 3x3/2 p3 d3", "0 3x3 p3 d3")]
    [InlineData("projection_kernel: 3\nstrided_padding: 0", "0 1x1", "0 3x3/2", "0 3x3 p1")]
    [InlineData("projection_kernel: 3\nmulti_grid: [2, 1]", "0 1x1", "0 3x3/2 p1", "0 3x3 p2 d2")]
    [InlineData("projection_dilation: 3", "0 1x1", "0 1x1/2", "0 1x1")]
    public void Kernel_dilation_and_padding(string said, params string[] projections) => Assert.Equal(projections, Projections(said));

    /// <summary>The pool, the convolution and their keys, for a stage that keeps shape, one that strides and one that dilates.</summary>
    [Theory]
    [InlineData("none", "0 1x1", "0 1x1/2", "0 1x1")]
    [InlineData("timm", "1 1x1", "0:average 2x2/2 ceil uncounted, 1 1x1", "0:average same, 1 1x1")]
    [InlineData("mm", "1 1x1", "0:average 2x2/2 ceil uncounted, 1 1x1", "1 1x1")]
    [InlineData("mmpretrain", "0 1x1", "0:average 2x2/2 ceil uncounted, 1 1x1", "0 1x1")]
    public void The_average_before_it(string word, params string[] projections) => Assert.Equal(projections, Projections($"avg_down: {word}"));

    [Theory]
    [InlineData("timm", "0:average 2x2/3 ceil uncounted, 1:64>128 1x1, 2:128 batch")]
    [InlineData("mm", "0:average 3x3/3 ceil uncounted, 1:64>128 1x1, 2:128 batch")]
    [InlineData("mmpretrain", "0:average 3x3/3 ceil uncounted, 1:64>128 1x1, 2:128 batch")]
    public void The_average_is_as_large_as_the_stride_but_for_timm(string word, string projection) => Assert.Equal(
        projection, Sketch.Aside(Spec.Right($"avg_down: {word}\nstages: [{{ blocks: 1 }}, {{ blocks: 1, stride: 3 }}]").Network.Stages[1].Blocks[0]));

    [Theory]
    [InlineData("none", "downsample.0.weight downsample.1.weight | downsample.0.weight downsample.1.weight")]
    [InlineData("timm", "downsample.1.weight downsample.2.weight | downsample.1.weight downsample.2.weight")]
    [InlineData("mm", "downsample.1.weight downsample.2.weight | downsample.1.weight downsample.2.weight")]
    [InlineData("mmpretrain", "downsample.0.weight downsample.1.weight | downsample.1.weight downsample.2.weight")]
    public void Its_keys_in_a_stage_that_keeps_its_map_and_in_one_that_strides(string word, string keys)
    {
        var state = Spec.Right($"block: bottleneck\navg_down: {word}\nstages: [{{ blocks: 1 }}, {{ blocks: 1 }}]").Analysis.State;
        Assert.Equal(keys, string.Join(" | ", new[] { "layer1.0.", "layer2.0." }.Select(block => string.Join(' ', state.Select(e => e.Key)
            .Where(k => k.StartsWith(block + "downsample", StringComparison.Ordinal) && k.EndsWith("weight", StringComparison.Ordinal))
            .Select(k => k[block.Length..])))));
    }

    [Theory]
    [InlineData("timm", "pool:average 2x2/2 ceil uncounted, conv:64>128 1x1")]
    [InlineData("none", "conv:64>128 1x1/2")]
    public void Its_names_in_timms_pre_activated_networks(string word, string projection) => Assert.Equal(projection, Sketch.Aside(
        Spec.Right($"block: preact_basic\nnaming: timm\navg_down: {word}\nstages: [{{ blocks: 1 }}, {{ blocks: 1 }}]").Network.Stages[1].Blocks[0]));

    [Fact]
    public void Odd_maps_fit_every_average()
    {
        foreach (var word in new[] { "timm", "mm", "mmpretrain" })
        {
            for (var side = 17; side < 40; side++)
                Assert.NotNull(Spec.Right($"input: [3, {side}, {side + 1}]\nstem: conv3x3\navg_down: {word}\nstages: [{{ blocks: 1 }}, {{ blocks: 1 }}, {{ blocks: 1, stride: 3 }}]"));
        }
    }

    // The first block of each stage, without channels and norms.
    private static IEnumerable<string> Projections(string said) => Spec.Right(said + Stages).Network.Stages
        .Select(s => string.Join(", ", Sketch.Aside(s.Blocks[0]).Split(", ").SkipLast(1).Select(WithoutChannels)));

    private static string WithoutChannels(string layer) => Regex.Replace(layer, @":\d+>\d+", "", RegexOptions.None, TimeSpan.FromSeconds(1));
}
