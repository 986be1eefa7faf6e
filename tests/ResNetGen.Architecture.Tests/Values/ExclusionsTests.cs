using ResNetGen.Architecture.Tests.Support;

namespace ResNetGen.Architecture.Tests.Values;

/// <summary>A spec that says one thing in another way than the spec it extends.</summary>
public class ExclusionsTests
{
    /// <summary>The base, what lies over it, and the whole written out.</summary>
    public static TheoryData<string, string, string> Ways => new()
    {
        { "stages: [{ blocks: 2, width: 8 }, { blocks: 3 }]", "n: 4", "stages: [{ blocks: 4, width: 8 }, { blocks: 4 }]" },
        { "stages: [{ blocks: 2, width: 8 }, { blocks: 3 }]", "depth: 10", "stages: [{ blocks: 2, width: 8 }, { blocks: 2 }]" },
        { "depth: 20", "n: 2", "n: 2" },
        { "n: 2", "depth: 20", "depth: 20" },
        { "n: 2", "stages: [{ blocks: 1 }, { blocks: 3 }]", "stages: [{ blocks: 1 }, { blocks: 3 }]" },
        {
            "stages: [{ blocks: 2, width: 8 }, { blocks: 2, stride: 1, dilation: 2 }, { blocks: 2 }]", "output_stride: 4",
            "stages: [{ blocks: 2, width: 8 }, { blocks: 2, stride: 1 }, { blocks: 2 }]\noutput_stride: 4"
        },
        {
            "output_stride: 4\nstages: [{ blocks: 2 }, { blocks: 2 }]", "replace_stride_with_dilation: [true]",
            "stages: [{ blocks: 2 }, { blocks: 2, stride: 1, dilation: 2 }]"
        },
        {
            "replace_stride_with_dilation: [true]\nstages: [{ blocks: 2 }, { blocks: 2 }]", "stages: [{}, { dilation: 3 }]",
            "stages: [{ blocks: 2 }, { blocks: 2, dilation: 3 }]"
        },
        { "trainable_layers: 1\nstages: [{ blocks: 1 }]", "frozen_stages: 1", "frozen_stages: 1\nstages: [{ blocks: 1 }]" },
        { "frozen_stages: 1\nstages: [{ blocks: 1 }]", "trainable_layers: 1", "frozen_stages: 0\nstages: [{ blocks: 1 }]" },
        {
            "stem: { preset: deep, channels: 32 }\nstages: [{ blocks: 1 }]", "stem: { convs: [{ channels: 8 }] }",
            "stem: { convs: [{ channels: 8 }] }\nstages: [{ blocks: 1 }]"
        },
        {
            "stem: conv3x3\nstages: [{ blocks: 1 }]", "stem: { convs: [{ channels: 8 }] }",
            "stem: { convs: [{ channels: 8 }] }\nstages: [{ blocks: 1 }]"
        },
        {
            "stem: { convs: [{ channels: 8 }], pool: none }\nstages: [{ blocks: 1 }]", "stem: { preset: deep }",
            "stem: { preset: deep, pool: none }\nstages: [{ blocks: 1 }]"
        },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public void What_is_said_above_takes_the_other_way_out_of_the_base(string below, string above, string whole) => Assert.Equal(
        Spec.Right(whole), Spec.Right("extends: base.resnet.yaml\n" + above, ("base.resnet.yaml", below)));

    [Theory]
    [InlineData("n: 2\ndepth: 14")]
    [InlineData("output_stride: 8\nstages: [{ blocks: 1 }, { blocks: 1, dilation: 2 }]")]
    public void In_one_spec_both_are_an_error(string text) =>
        Assert.Contains(Spec.Compile(text).Findings, f => f.Rule.Id == "RNG1019");
}
