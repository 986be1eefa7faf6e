using ResNetGen.Architecture.Tests.Support;

namespace ResNetGen.Architecture.Tests.Lowering;

/// <summary>How many blocks: said by stage, for all, or by the network's depth.</summary>
public class BlockCountTests
{
    [Theory]
    [InlineData("n: 3", "3 3 3")]
    [InlineData("depth: 20", "3 3 3")]
    [InlineData("depth: 8", "1 1 1")]
    [InlineData("depth: 110", "18 18 18")]
    [InlineData("depth: 1202", "200 200 200")]
    [InlineData("block: bottleneck\ndepth: 1001", "111 111 111")]
    [InlineData("block: preact_bottleneck\ndepth: 164", "18 18 18")]
    [InlineData("block: preact_basic\ndepth: 14", "2 2 2")]
    [InlineData("depth: 18\nstages: [{}, {}, {}, {}]", "2 2 2 2")]
    [InlineData("block: bottleneck\ndepth: 50\nstages: [{}, {}, {}, {}]", "4 4 4 4")]
    [InlineData("depth: 12\nstages: [{}, { block: bottleneck }]", "2 2")] // 2 + 2 x (2 + 3)
    [InlineData("n: 5\nstages: [{}]", "5")]
    [InlineData("stages: [{ blocks: 3 }, { blocks: 1 }]", "3 1")]
    public void Blocks_of_each_stage(string said, string counts) =>
        Assert.Equal(counts, string.Join(' ', Spec.Right(said).Network.Stages.Select(s => s.Blocks.Count)));

    [Theory]
    [InlineData("basic", 6)]
    [InlineData("bottleneck", 9)]
    [InlineData("preact_basic", 6)]
    [InlineData("preact_bottleneck", 9)]
    public void The_depth_that_is_said_is_the_depth_that_is_counted(string block, int each)
    {
        for (var n = 1; n < 6; n++)
            Assert.Equal((each * n) + 2, Spec.Right($"block: {block}\ndepth: {(each * n) + 2}").Analysis.Depth);
    }

    [Fact]
    public void Beside_n_or_depth_the_three_stages_of_cifar_need_not_be_said()
    {
        const string stages = "stages: [{ blocks: 3, width: 16 }, { blocks: 3, width: 32, stride: 2 }, { blocks: 3, width: 64, stride: 2 }]";
        Assert.Equal(Spec.Right(stages), Spec.Right("n: 3"));
        Assert.Equal(Spec.Right("stem: conv3x3\n" + stages), Spec.Right("stem: conv3x3\ndepth: 20"));
        Assert.Equal(16, Spec.Right("stem: conv3x3\nn: 1").Analysis.Taps[0].Shape.Channels);
    }

    [Theory]
    [InlineData(19, "14 or 20")]
    [InlineData(21, "20 or 26")]
    [InlineData(1, "8 or 14")]
    [InlineData(7, "8 or 14")]
    [InlineData(9, "8 or 14")]
    public void A_depth_that_does_not_fit_names_its_neighbours(int depth, string nearest) =>
        Assert.EndsWith("the nearest " + nearest, Spec.Wrong($"depth: {depth}").Message, StringComparison.Ordinal);
}
