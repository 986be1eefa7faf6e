using ResNetGen.Architecture.Networks;
using ResNetGen.Architecture.Specs;
using ResNetGen.Architecture.Tests.Support;

namespace ResNetGen.Architecture.Tests.Truth;

/// <summary>The specs that no row of the truth measures: counts by hand, sizes that their authors state.</summary>
public class NamedNetworkTests
{
    /// <summary>Their names.</summary>
    public static IEnumerable<string> Names => Known.Select(k => k.Data.Item1);

    /// <summary>Name, parameters, and the maps that are taken out.</summary>
    public static TheoryData<string, long, string> Known => new()
    {
        // resnet34_B and a projection in each of the other blocks: 3 x 4,224 + 3 x 16,640 + 5 x 66,048 + 2 x 263,168.
        { "resnet34_C", 21_797_672 + 919_168, "64x112x112 64x56x56 128x28x28 256x14x14 512x7x7" },
        { "resnet50_pycls", 25_557_032, "64x112x112 256x56x56 512x28x28 1024x14x14 2048x7x7" },
        { "resnet50_slim", 25_557_032, "64x112x112 256x28x28 512x14x14 1024x7x7 2048x7x7" },
        // Keras counts 25,568,360 without the biases of the first two convolutions of each block: 2 x (3 x 64 + 4 x 128 + 6 x 256 + 3 x 512).
        { "resnet50_keras_v2", 25_568_360 + 7_552, "64x112x112 256x28x28 512x14x14 1024x7x7 2048x7x7" },
        { "senet154", 115_088_984, "128x112x112 256x56x56 512x28x28 1024x14x14 2048x7x7" },
        { "tutorial_resnet34", 57_915_466, "64x16x16 128x16x16 256x8x8 512x4x4 512x2x2" },
        // ResNet-101 without its linear layer, and without the weights and biases of 104 norms.
        { "resnet101_faster_rcnn", 44_549_160 - 2_049_000 - 105_344, "256x200x336 512x100x168 1024x50x84 2048x25x42" },
        { "deeplabv3_resnet101", 44_549_160 - 2_049_000, "64x257x257 256x129x129 512x65x65 1024x33x33 2048x33x33" },
        { "mmseg_resnet101_multigrid", 44_568_392 - 2_049_000, "64x256x512 256x128x256 512x64x128 1024x32x64 2048x32x64" },
        // ResNet-50 without its linear layer and layer 4; two of its projections are 3x3, eight taps more.
        { "siammask_resnet50", 23_508_032 - 14_964_736 + (8 * 256 * 512) + (8 * 512 * 1024), "64x125x125 256x63x63 512x31x31 1024x31x31" },
        { "siamrpn_resnet50", 23_508_032 + (8 * 256 * 512) + (8 * 512 * 1024) + (8 * 1024 * 2048), "512x31x31 1024x31x31 2048x31x31" },
    };

    [Theory]
    [MemberData(nameof(Known))]
    public void Parameters_and_maps_are_known(string name, long parameters, string taps)
    {
        var (network, analysis) = SpecFolder.Compile(name);
        Assert.Equal(name, network.Name);
        Assert.Equal(parameters, analysis.Total.Parameters);
        Assert.Equal(taps, string.Join(' ', analysis.Taps.Select(t => t.Shape)));
    }

    [Theory]
    [InlineData("resnet34_A", 21.62)]
    [InlineData("resnet34_B", 21.80)]
    [InlineData("resnet34_C", 22.72)]
    public void Shortcut_options_cost_what_the_paper_says(string name, double millions) =>
        Assert.Equal(millions, SpecFolder.Compile(name).Analysis.Total.Parameters / 1e6, 0.005);

    [Theory]
    [InlineData("siammask_resnet50", 127, "64x61x61 256x31x31 512x15x15 1024x15x15")]
    [InlineData("siamrpn_resnet50", 127, "512x15x15 1024x15x15 2048x15x15")]
    public void Trackers_take_a_template_too(string name, int side, string taps) => Assert.Equal(
        taps, string.Join(' ', SpecFolder.Compile(name, $"input: [3, {side}, {side}]").Analysis.Taps.Select(t => t.Shape)));

    [Fact]
    public void SENet154_counts_two_layers_of_its_stem_more() => Assert.Equal(154, SpecFolder.Compile("senet154").Analysis.Depth + 2);

    [Fact]
    public void SENet154_has_its_grouped_narrow_blocks() => Assert.Equal(
        "conv1:256>256 1x1, bn1:256 batch, relu, conv2:256>512 3x3/2 p1 g64, bn2:512 batch, relu, "
            + "conv3:512>512 1x1, bn3:512 batch, se:512>32 se, relu | 0:256>512 3x3/2 p1, 1:512 batch",
        Shown(SpecFolder.Compile("senet154").Network.Stages[1].Blocks[0]));

    [Fact]
    public void Pysot_halves_the_dilation_of_a_first_block_and_of_its_projection()
    {
        var stages = SpecFolder.Compile("siamrpn_resnet50").Network.Stages;
        Assert.Equal([1, 1, 2, 4], stages.Select(s => Sketch.Convolutions(s.Blocks[1]).ElementAt(1).Shape.Dilation));
        Assert.Equal([1, 1, 1, 2], stages.Select(s => Sketch.Convolutions(s.Blocks[0]).ElementAt(1).Shape.Dilation));
        Assert.Equal(
            ["0:64>256 1x1, 1:256 batch", "0:256>512 3x3/2, 1:512 batch", "0:512>1024 3x3 p1, 1:1024 batch", "0:1024>2048 3x3 p2 d2, 1:2048 batch"],
            stages.Select(s => Sketch.Aside(s.Blocks[0])));
    }

    [Theory]
    [InlineData("deeplabv3_resnet101", new[] { 2, 4, 8 })]
    [InlineData("mmseg_resnet101_multigrid", new[] { 1, 2, 4 })]
    public void Two_multi_grids_of_rates_1_2_4(string name, int[] dilations) => Assert.Equal(
        dilations, SpecFolder.Compile(name).Network.Stages[3].Blocks.Select(b => Sketch.Convolutions(b).ElementAt(1).Shape.Dilation));

    [Fact]
    public void Faster_RCNN_freezes_norms_stem_and_layer_1()
    {
        var spec = SpecFolder.Compile("resnet101_faster_rcnn");
        Assert.Equal(1, spec.Network.Training.FrozenStages);
        Assert.Equal(4 * 104, spec.Analysis.Buffers);
        Assert.All(spec.Analysis.Layers.Where(l => l.Layer is Norm), l => Assert.IsType<FrozenBatchNorm>(l.Layer));
        Assert.Null(spec.Network.Head);
    }

    [Fact]
    public void Pycls_starts_otherwise_than_resnet50_and_is_the_same_otherwise()
    {
        var (pycls, resnet50) = (SpecFolder.Compile("resnet50_pycls").Network, SpecFolder.Compile("resnet50").Network);
        Assert.Equal(resnet50.Training with { LinearInit = LinearInit.Normal, ZeroInitResidual = true }, pycls.Training);
        Assert.Equal(resnet50, pycls with { Name = "resnet50", Training = resnet50.Training });
    }

    [Theory]
    [InlineData("resnet50_keras_v2", "subsampled/2")]
    [InlineData("resnet50_slim", "subsampled/2")]
    public void Keras_v2_and_slim_stride_last_beside_a_subsampled_identity(string name, string shortcut)
    {
        var stages = SpecFolder.Compile(name).Network.Stages;
        Assert.Equal([shortcut, shortcut, shortcut, "identity"], stages.Select(s => Sketch.Asides(s).Last()));
        Assert.All(stages, s => Assert.Equal([0], s.Blocks.Select((b, i) => b.Shortcut is ProjectionShortcut ? i : -1).Where(i => i >= 0)));
    }

    private static string Shown(Block block) => Sketch.Path(block) + " | " + Sketch.Aside(block);
}
