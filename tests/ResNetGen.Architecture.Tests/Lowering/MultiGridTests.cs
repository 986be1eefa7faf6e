using ResNetGen.Architecture.Networks;
using ResNetGen.Architecture.Tests.Support;

namespace ResNetGen.Architecture.Tests.Lowering;

public class MultiGridTests
{
    [Theory]
    [InlineData("absolute", "1 2 4")]
    [InlineData("multiplied", "2 4 8")]
    public void The_last_stage_at_output_stride_16(string mode, string dilations) => Assert.Equal(
        $"1 1 1 | 1 1 1 | 1 1 1 | {dilations}",
        Dilations($"output_stride: 16\nmulti_grid: [1, 2, 4]\nmulti_grid_mode: {mode}\nblock: bottleneck\n" + Stages));

    [Theory]
    [InlineData("previous")]
    [InlineData("same")]
    [InlineData("half")]
    public void It_overrides_the_rule_of_the_first_block(string rule) => Assert.Equal(
        "1 1 1 | 1 1 1 | 1 1 1 | 5 1 3",
        Dilations($"first_dilation: {rule}\noutput_stride: 16\nmulti_grid: [5, 1, 3]\nblock: bottleneck\n" + Stages));

    [Fact]
    public void Any_stage_may_have_one_and_the_next_starts_from_the_stages_own_dilation() => Assert.Equal(
        "1 1 | 7 5 3 | 2 4",
        Dilations("block: bottleneck\nstages: [{ blocks: 2 }, { blocks: 3, stride: 1, dilation: 2, multi_grid: [7, 5, 3] }, { blocks: 2, stride: 1, dilation: 4 }]"));

    [Fact]
    public void Without_a_dilation_it_is_the_dilation_in_both_modes()
    {
        const string stages = "block: bottleneck\nstages: [{ blocks: 2 }, { blocks: 2, stride: 1, multi_grid: [2, 3] }]";
        Assert.Equal("1 1 | 2 3", Dilations(stages));
        Assert.Equal("1 1 | 2 3", Dilations("multi_grid_mode: multiplied\n" + stages));
    }

    [Fact]
    public void A_stages_own_goes_before_the_specs() => Assert.Equal(
        "1 1 | 3 4",
        Dilations("block: bottleneck\nmulti_grid: [1, 2]\nstages: [{ blocks: 2 }, { blocks: 2, stride: 1, multi_grid: [3, 4] }]"));

    [Theory]
    [InlineData("both", "1,1 1,1 | 1,2 5,2")]
    [InlineData("first", "1,1 1,1 | 1,1 5,1")]
    public void In_basic_blocks_it_is_for_the_first_3x3(string rule, string dilations) => Assert.Equal(
        dilations, Dilations($"basic_dilation: {rule}\nstages: [{{ blocks: 2 }}, {{ blocks: 2, stride: 1, dilation: 2, multi_grid: [1, 5] }}]"));

    [Fact]
    public void The_padding_follows() => Assert.Equal(
        [(3, 3), (5, 5)],
        Spec.Right("block: bottleneck\nmulti_grid: [3, 5]\nstages: [{ blocks: 2 }]").Network.Stages[0].Blocks
            .Select(b => Sketch.Convolutions(b).ElementAt(1).Shape).Select(w => (w.Dilation, w.Padding)));

    private const string Stages = "stages: [{ blocks: 3 }, { blocks: 3 }, { blocks: 3 }, { blocks: 3 }]\n";

    private static string Dilations(string text) => string.Join(" | ", Spec.Right(text).Network.Stages.Select(Dilations));

    private static string Dilations(Stage stage) => string.Join(' ', stage.Blocks.Select(
        block => string.Join(',', Sketch.Convolutions(block).Where(c => c.Shape.Kernel == 3).Select(c => c.Shape.Dilation))));
}
