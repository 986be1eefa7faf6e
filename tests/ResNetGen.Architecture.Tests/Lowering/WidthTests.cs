using ResNetGen.Architecture.Tests.Support;

namespace ResNetGen.Architecture.Tests.Lowering;

/// <summary>The channels of a block: in, out of each convolution.</summary>
public class WidthTests
{
    [Theory]
    [InlineData("block: basic", 64, "64>64 64>64")]
    [InlineData("block: bottleneck", 64, "64>64 64>64 64>256")]
    [InlineData("block: preact_basic", 64, "64>64 64>64")]
    [InlineData("block: preact_bottleneck", 64, "64>64 64>64 64>256")]
    [InlineData("block: basic\nexpansion: 4", 32, "64>32 32>128")]
    [InlineData("block: bottleneck\nexpansion: 1", 64, "64>64 64>64 64>64")]
    [InlineData("block: bottleneck\nexpansion: 2", 64, "64>64 64>64 64>128")]
    [InlineData("block: bottleneck\nwidth_per_group: 128", 64, "64>128 128>128 128>256")]
    [InlineData("block: bottleneck\ngroups: 32\nwidth_per_group: 4", 64, "64>128 128>128/32 128>256")]
    [InlineData("block: bottleneck\ngroups: 32\nwidth_per_group: 8", 128, "64>512 512>512/32 512>512")]
    [InlineData("block: bottleneck\ngroups: 64\nwidth_per_group: 4", 512, "64>2048 2048>2048/64 2048>2048")]
    [InlineData("block: bottleneck\ngroups: 4", 64, "64>256 256>256/4 256>256")]
    [InlineData("block: bottleneck\nreduce_first: 2", 64, "64>32 32>64 64>256")]
    [InlineData("block: bottleneck\nreduce_first: 3", 64, "64>21 21>64 64>256")]
    [InlineData("block: bottleneck\nreduce_first: 64", 64, "64>1 1>64 64>256")]
    [InlineData("block: basic\nreduce_first: 2", 64, "64>32 32>64")]
    [InlineData("block: bottleneck\ngroups: 64\nwidth_per_group: 4\nreduce_first: 2", 128, "64>256 256>512/64 512>512")]
    public void Of_a_block(string said, int width, string channels) => Assert.Equal(channels, Channels($"{said}\nstages: [{{ blocks: 1, width: {width} }}]"));

    /// <summary>Rounded to the nearest multiple, halves up, and never below nine tenths.</summary>
    [Theory]
    [InlineData(8, 64, 64)]
    [InlineData(8, 60, 64)] // 60 + 4 = 64
    [InlineData(8, 59, 56)] // 63 // 8 = 7
    [InlineData(8, 12, 16)]
    [InlineData(8, 11, 16)] // 8 would be less than 9.9
    [InlineData(8, 10, 16)]
    [InlineData(8, 9, 16)] // 8 would be less than 8.1
    [InlineData(8, 3, 8)]
    [InlineData(32, 70, 64)]
    [InlineData(32, 72, 96)] // 64 would be less than 64.8
    [InlineData(5, 12, 15)] // int(14.5) // 5 x 5 = 10 would be less than 10.8
    [InlineData(5, 11, 10)] // and 9.9 is less than 10
    [InlineData(1, 59, 59)]
    public void Width_divisor(int divisor, int width, int inner)
    {
        var said = $"width_divisor: {divisor}\nstages: [{{ blocks: 1, width: {width} }}]";
        Assert.Equal($"64>{inner} {inner}>{width}", Channels("block: preact_basic\n" + said));
        Assert.Equal($"64>{inner} {inner}>{inner} {inner}>{4 * width}", Channels("block: bottleneck\n" + said));
    }

    [Fact]
    public void What_is_rounded_is_reduced_afterwards() => Assert.Equal(
        "64>32 32>64 64>240", Channels("block: bottleneck\nwidth_divisor: 8\nreduce_first: 2\nstages: [{ blocks: 1, width: 60 }]"));

    [Fact]
    public void A_width_that_is_cut_is_cut_before_the_groups_multiply_it()
    {
        var (spec, findings) = Spec.Compile("block: bottleneck\ngroups: 8\nwidth_per_group: 5\nstages: [{ blocks: 1, width: 70 }]");
        Assert.Equal("RNG1008", Assert.Single(findings).Rule.Id); // 70 x 5 / 64 = 5.47
        Assert.Equal("64>40 40>40/8 40>280", Channels(spec!));
    }

    [Fact]
    public void Stages_may_differ_in_all_of_it() => Assert.Equal(
        ["64>64 64>64", "64>64 64>64/2 64>96", "96>64 64>192"],
        Spec.Right("""
            stages:
              - { blocks: 1, width: 64 }
              - { blocks: 1, block: bottleneck, width: 32, expansion: 3, groups: 2, width_per_group: 64 }
              - { blocks: 1, expansion: 3 }
            """).Network.Stages.Select(s => Channels(s.Blocks[0])));

    private static string Channels(string text) => Channels(Spec.Right(text));

    private static string Channels(CompiledSpec spec) => Channels(spec.Network.Stages[0].Blocks[0]);

    private static string Channels(Networks.Block block) => string.Join(
        ' ', Sketch.Convolutions(block).Select(c => $"{c.In}>{c.Out}{(c.Groups > 1 ? "/" + c.Groups : "")}"));
}
