using ResNetGen.Architecture.Networks;
using ResNetGen.Architecture.Specs;
using ResNetGen.Architecture.Tests.Support;

namespace ResNetGen.Architecture.Tests.Language;

/// <summary>What holds where a spec is silent.</summary>
public class DefaultTests
{
    [Fact]
    public void The_shortest_spec_says_all_its_defaults() => Assert.Equal(
        Spec.Right("""
            version: 1
            name: net
            input: [3, 224, 224]
            stem: { preset: conv7x7, channels: 64 }
            block: basic
            stride_placement: v1.5
            shortcut: B
            groups: 1
            width_per_group: 64
            stages:
              - { blocks: 2, width: 64, stride: 1 }
              - { blocks: 2, width: 128, stride: 2 }
              - { blocks: 2, width: 256, stride: 2 }
            head: { classes: 1000 }
            """),
        Spec.Right("stages: [{ blocks: 2 }, { blocks: 2 }, { blocks: 2 }]"));

    [Fact]
    public void A_3x3_stem_has_the_first_stages_width() => Assert.Equal(
        Spec.Right("stem: { preset: conv3x3, channels: 16 }\nstages: [{ blocks: 1, width: 16 }]"),
        Spec.Right("stem: conv3x3\nstages: [{ blocks: 1, width: 16 }]"));

    [Fact]
    public void Width_doubles_from_what_the_stage_before_says() => Assert.Equal(
        Spec.Right("stages: [{ blocks: 1, width: 10 }, { blocks: 1, width: 20 }, { blocks: 1, width: 7 }, { blocks: 1, width: 14 }]"),
        Spec.Right("stages: [{ blocks: 1, width: 10 }, { blocks: 1 }, { blocks: 1, width: 7 }, { blocks: 1 }]"));

    [Fact]
    public void Stages_inherit_what_they_do_not_set() => Assert.Equal(
        Spec.Right("""
            stages:
              - { blocks: 1, block: bottleneck, stride_placement: v1, groups: 2, width_per_group: 32 }
              - { blocks: 1, block: bottleneck, stride_placement: v1.5, groups: 2, width_per_group: 32 }
              - { blocks: 1, block: basic }
            """),
        Spec.Right("""
            block: bottleneck
            stride_placement: v1
            groups: 2
            width_per_group: 32
            stages:
              - { blocks: 1 }
              - { blocks: 1, stride_placement: v1.5 }
              - { blocks: 1, block: basic, groups: 1, width_per_group: 64 }
            """));

    [Fact]
    public void A_spec_without_a_name_is_named_after_its_file()
    {
        Assert.Equal("net", Spec.Right("stages: [{ blocks: 1 }]").Network.Name);
        Assert.Equal("_3_d_net", SpecDocument.Parse("a/3.d-net.resnet.yaml", "").FallbackName);
    }

    [Fact]
    public void A_basic_block_strides_in_its_first_3x3_wherever_bottlenecks_do()
    {
        var v1 = Spec.Right("stride_placement: v1\nstages: [{ blocks: 1 }, { blocks: 1 }]");
        Assert.Equal(Spec.Right("stages: [{ blocks: 1 }, { blocks: 1 }]"), v1);
        Assert.Equal([2, 1], v1.Network.Stages[1].Blocks[0].Residual.OfType<Convolution>().Select(c => c.Shape.Stride));
    }

    [Theory]
    [InlineData("v1", new[] { 2, 1, 1 })]
    [InlineData("v1.5", new[] { 1, 2, 1 })]
    public void A_bottleneck_strides_where_the_spec_says(string placement, int[] strides)
    {
        var spec = Spec.Right($"block: bottleneck\nstride_placement: {placement}\nstages: [{{ blocks: 1 }}, {{ blocks: 2 }}]");
        var stage = spec.Network.Stages[1];
        Assert.Equal(strides, stage.Blocks[0].Residual.OfType<Convolution>().Select(c => c.Shape.Stride));
        Assert.Equal([1, 1, 1], stage.Blocks[1].Residual.OfType<Convolution>().Select(c => c.Shape.Stride));
    }

    [Fact]
    public void A_shortcut_projects_where_stride_or_channels_change_and_nowhere_else()
    {
        var stages = Spec.Right("stages: [{ blocks: 2 }, { blocks: 2, width: 64, stride: 2 }, { blocks: 2, width: 65, stride: 1 }]").Network.Stages;
        Assert.Equal(
            [false, false, true, false, true, false], stages.SelectMany(s => s.Blocks).Select(b => b.Shortcut is ProjectionShortcut));
    }

    [Fact]
    public void ResNeXt_widths_follow_torchvisions_formula()
    {
        var block = Spec.Right("block: bottleneck\ngroups: 32\nwidth_per_group: 8\nstages: [{ blocks: 1, width: 128 }]").Network.Stages[0].Blocks[0];
        var middle = block.Residual.OfType<Convolution>().ElementAt(1);
        Assert.Equal((512, 512, 32), (middle.In, middle.Out, middle.Groups)); // int(128 x 8 / 64) x 32
    }
}
