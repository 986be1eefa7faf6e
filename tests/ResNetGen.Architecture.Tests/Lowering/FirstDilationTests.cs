using ResNetGen.Architecture.Networks;
using ResNetGen.Architecture.Tests.Support;

namespace ResNetGen.Architecture.Tests.Lowering;

/// <summary>Which 3x3 of a dilated stage has which dilation.</summary>
public class FirstDilationTests
{
    // The readings coincide at 1, 2, 4; they part at 1, 3, 6.
    [Theory]
    [InlineData("previous", "1 1 1 | 1 3 3 | 3 6 6")]
    [InlineData("same", "1 1 1 | 3 3 3 | 6 6 6")]
    [InlineData("half", "1 1 1 | 1 3 3 | 3 6 6")]
    public void The_first_block_of_stages_dilated_1_3_6(string rule, string dilations) =>
        Assert.Equal(dilations, Dilations(Bottlenecks(rule, 1, 3, 6)));

    [Theory]
    [InlineData("previous", "1 1 1 | 1 5 5 | 5 2 2")]
    [InlineData("same", "1 1 1 | 5 5 5 | 2 2 2")]
    [InlineData("half", "1 1 1 | 2 5 5 | 1 2 2")]
    public void The_first_block_of_stages_dilated_1_5_2(string rule, string dilations) =>
        Assert.Equal(dilations, Dilations(Bottlenecks(rule, 1, 5, 2)));

    [Theory]
    [InlineData("previous", "1 3 3 | 1 1 1 | 1 4 4")]
    [InlineData("same", "3 3 3 | 1 1 1 | 4 4 4")]
    [InlineData("half", "1 3 3 | 1 1 1 | 2 4 4")]
    public void Before_the_first_stage_there_is_1_and_an_undilated_stage_is_never_dilated(string rule, string dilations) =>
        Assert.Equal(dilations, Dilations(Spec.Right(
            $"block: bottleneck\nfirst_dilation: {rule}\nstages: [{{ blocks: 3, dilation: 3 }}, {{ blocks: 3 }}, {{ blocks: 3, stride: 1, dilation: 4 }}]").Network));

    [Fact]
    public void A_stage_may_have_a_rule_of_its_own() => Assert.Equal("1 1 | 5 5 | 2 4", Dilations(Spec.Right(
        "block: bottleneck\nfirst_dilation: half\nstages: [{ blocks: 2 }, { blocks: 2, stride: 1, dilation: 5, first_dilation: same }, { blocks: 2, stride: 1, dilation: 4 }]").Network));

    [Theory]
    [InlineData("both", "1,1 1,1 | 1,3 3,3 | 3,6 6,6")]
    [InlineData("first", "1,1 1,1 | 1,1 3,1 | 3,1 6,1")]
    public void The_second_3x3_of_a_basic_block_has_the_stages_dilation_or_1(string rule, string dilations) =>
        Assert.Equal(dilations, Dilations(Spec.Right($"basic_dilation: {rule}\n" + Stages(2, 1, 3, 6)).Network));

    [Fact]
    public void Where_its_first_3x3_is_dilated_already_the_second_is_too() => Assert.Equal(
        "1,1 1,1 | 3,3 3,3 | 6,6 6,6", Dilations(Spec.Right("first_dilation: same\n" + Stages(2, 1, 3, 6)).Network));

    [Theory]
    [InlineData("basic")]
    [InlineData("bottleneck")]
    [InlineData("preact_basic")]
    [InlineData("preact_bottleneck")]
    public void A_3x3_is_padded_by_its_dilation_and_a_1x1_never(string block)
    {
        var network = Spec.Right($"block: {block}\nfirst_dilation: half\n" + Stages(2, 1, 3, 6)).Network;
        var windows = network.Stages.SelectMany(s => s.Blocks).SelectMany(Sketch.Convolutions).Select(c => c.Shape).ToList();
        Assert.All(windows, w => Assert.Equal(w.Kernel == 3 ? w.Dilation : 0, w.Padding));
        Assert.Contains(windows, w => w.Dilation == 6);
    }

    [Fact]
    public void A_dilated_stage_may_stride() => Assert.Equal(
        "conv1:64>128 3x3/2 p2 d2, bn1:128 batch, relu, conv2:128>128 3x3 p2 d2, bn2:128 batch, relu",
        Sketch.Path(Spec.Right("first_dilation: same\nstages: [{ blocks: 1 }, { blocks: 1, dilation: 2 }]").Network.Stages[1].Blocks[0]));

    private static Network Bottlenecks(string rule, params int[] dilations) =>
        Spec.Right($"block: bottleneck\nfirst_dilation: {rule}\n" + Stages(3, dilations)).Network;

    // From the second on they keep their map's size.
    private static string Stages(int blocks, params int[] dilations) => "stages:\n" + string.Concat(
        dilations.Select(d => $"  - {{ blocks: {blocks}, stride: 1{(d > 1 ? ", dilation: " + d : "")} }}\n"));

    private static string Dilations(Network network) => string.Join(" | ", network.Stages.Select(stage => string.Join(' ', stage.Blocks.Select(
        block => string.Join(',', Sketch.Convolutions(block).Where(c => c.Shape.Kernel == 3).Select(c => c.Shape.Dilation))))));
}
