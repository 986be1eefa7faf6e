using ResNetGen.Architecture.Networks;
using ResNetGen.Architecture.Tests.Support;

namespace ResNetGen.Architecture.Tests.Lowering;

/// <summary>Norms and activations: of the network, of a stage, of the stem, of a projection, behind the last stage.</summary>
public class NormTests
{
    private const string Stages = "\nstages: [{ blocks: 1 }, { blocks: 1 }]\n";

    [Theory]
    [InlineData("norm: batch", "batch")]
    [InlineData("norm: { eps: 1e-3 }", "batch eps 0.001")]
    [InlineData("norm: { kind: batch, momentum: 0.01 }", "batch momentum 0.01")]
    [InlineData("norm: { eps: 1.001e-5, momentum: 0 }", "batch eps 1.001E-05 momentum 0")]
    [InlineData("norm: group", "group 32")]
    [InlineData("norm: { kind: group, groups: 8, eps: 1e-6 }", "group 8 eps 1E-06")]
    [InlineData("norm: frozen_batch", "frozen")]
    [InlineData("norm: { kind: frozen_batch, eps: 0.1 }", "frozen eps 0.1")]
    public void One_norm_for_all(string said, string norm)
    {
        var network = Spec.Right(said + Stages).Network;
        Assert.Equal($"conv1:3>64 7x7/2 p3, bn1:64 {norm}, relu", Sketch.Of(network.Stem.Body));
        Assert.Equal(
            $"conv1:64>128 3x3/2 p1, bn1:128 {norm}, relu, conv2:128>128 3x3 p1, bn2:128 {norm}, relu", Sketch.Path(network.Stages[1].Blocks[0]));
        Assert.Equal($"0:64>128 1x1/2, 1:128 {norm}", Sketch.Aside(network.Stages[1].Blocks[0]));
    }

    [Fact]
    public void Without_norms_the_other_layers_keep_their_keys()
    {
        var network = Spec.Right("norm: none\nstem: deep" + Stages).Network;
        Assert.Equal("conv1.0:3>32 3x3/2 p1, relu, conv1.3:32>32 3x3 p1, relu, conv1.6:32>64 3x3 p1, relu", Sketch.Of(network.Stem.Body));
        Assert.Equal("conv1:64>128 3x3/2 p1, relu, conv2:128>128 3x3 p1, relu", Sketch.Path(network.Stages[1].Blocks[0]));
        Assert.Equal("0:64>128 1x1/2", Sketch.Aside(network.Stages[1].Blocks[0]));
    }

    [Fact]
    public void A_stages_norm_replaces_the_networks_whole() => Assert.Equal(
        ["group 8 eps 0.001", "batch", "group 32", "batch eps 0.01"],
        Norms("norm: { kind: group, groups: 8, eps: 1e-3 }\nstages: [{ blocks: 1 }, { blocks: 1, norm: batch }, { blocks: 1, norm: { kind: group } }, { blocks: 1, norm: { eps: 1e-2 } }]"));

    [Fact]
    public void The_stem_has_the_networks_norm_and_activation_and_not_the_first_stages()
    {
        var network = Spec.Right("norm: group\nactivation: elu\nstages: [{ blocks: 1, norm: batch, activation: silu }]").Network;
        Assert.Equal("conv1:3>64 7x7/2 p3, bn1:64 group 32, elu", Sketch.Of(network.Stem.Body));
        Assert.Equal("conv1:64>64 3x3 p1, bn1:64 batch, silu, conv2:64>64 3x3 p1, bn2:64 batch, silu", Sketch.Path(network.Stages[0].Blocks[0]));
    }

    [Fact]
    public void The_final_norm_is_the_last_stages() => Assert.Equal(
        "norm:128 group 32, gelu",
        Sketch.Of(Spec.Right("block: preact_basic\nstages: [{ blocks: 1 }, { blocks: 1, norm: group, activation: gelu }]").Network.Final));

    [Theory]
    [InlineData("relu")]
    [InlineData("relu6")]
    [InlineData("leaky_relu")]
    [InlineData("elu")]
    [InlineData("silu")]
    [InlineData("gelu")]
    [InlineData("hardswish")]
    public void An_activation_stands_everywhere(string word)
    {
        var network = Spec.Right($"activation: {word}\nstem: {{ pool: conv }}" + Stages).Network;
        Assert.All(NetworkLayers.All(network).OfType<Activation>(), a => Assert.Equal(word, a.Kind));
        Assert.All(network.Stages.SelectMany(s => s.Blocks), b => Assert.Equal(word, b.After!.Kind));
    }

    [Theory]
    [InlineData("batch", 5)]
    [InlineData("group", 2)]
    [InlineData("frozen_batch", 4)]
    [InlineData("none", 0)]
    public void What_a_norm_keeps(string word, int tensors)
    {
        var state = Spec.Right($"norm: {word}\nhead: none\nstages: [{{ blocks: 1 }}]").Analysis.State;
        Assert.Equal(3 + (3 * tensors), state.Count); // three convolutions, three norms
        Assert.Equal(word == "frozen_batch" ? 12 : word == "batch" ? 9 : 0, state.Count(e => e.IsBuffer));
    }

    [Theory]
    [InlineData("torchvision", "bn1")]
    [InlineData("timm", "bn1")]
    [InlineData("mmdet", "gn1")]
    [InlineData("mmpretrain", "gn1")]
    public void A_group_norm_has_mms_own_name_there_and_a_batch_norm_never(string naming, string key)
    {
        Assert.Contains($"layer1.0.{key}.weight", Spec.Right($"naming: {naming}\nnorm: group" + Stages).Analysis.State.Select(e => e.Key));
        Assert.Contains("layer1.0.bn1.weight", Spec.Right($"naming: {naming}\nnorm: batch" + Stages).Analysis.State.Select(e => e.Key));
    }

    private static IEnumerable<string> Norms(string text) => Spec.Right(text).Network.Stages
        .Select(s => Sketch.Of(s.Blocks[0].Residual.OfType<Norm>().First()).Split(' ', 2)[1]);
}
