using ResNetGen.Architecture.Inference;
using ResNetGen.Architecture.Networks;
using ResNetGen.Architecture.Specs;
using ResNetGen.Architecture.Tests.Support;

namespace ResNetGen.Architecture.Tests.Inference;

public class InferenceStepTests
{
    [Theory]
    [InlineData("resnet50", "conv1+bn1+relu", "", "conv1+bn1+relu conv2+bn2+relu", "conv3+bn3+relu", "")]
    [InlineData("plain18", "conv1+bn1+relu", "", "conv1+bn1+relu", "conv2+bn2+relu", "")]
    [InlineData("resnet50d", "conv1.0+conv1.1+relu conv1.3+conv1.4+relu conv1.6+bn1+relu", "", "conv1+bn1+relu conv2+bn2+relu", "conv3+bn3+relu", "")]
    [InlineData("resnetv2_50", "stem.conv", "norm1+relu", "conv1+norm2+relu conv2+norm3+relu", "conv3", "")]
    [InlineData("seresnet50", "conv1+bn1+relu", "", "conv1+bn1+relu conv2+bn2+relu conv3+bn3 se", "", "relu")]
    [InlineData("resnet50_gn", "conv1 bn1+relu", "", "conv1 bn1+relu conv2 bn2+relu conv3 bn3", "", "relu")]
    public void What_can_be_one_step_is_one(string name, string stem, string before, string body, string last, string after)
    {
        var network = SpecFolder.Compile(name).Network;
        var block = InferenceBlock.Of(network.Stages[0].Blocks[1]);

        Assert.Equal(stem, Text(InferenceStep.Of(network.Stem.Body)));
        Assert.Equal(before, Text(block.Before));
        Assert.Equal(body, Text(block.Body));
        Assert.Equal(last, block.Last is null ? "" : Text([block.Last]));
        Assert.Equal(after, block.After?.Kind ?? "");
    }

    [Fact]
    public void Every_layer_is_in_one_step_but_dropout()
    {
        foreach (var network in SpecFolder.Names.Select(n => SpecFolder.Compile(n).Network))
        {
            foreach (var layers in network.Stages.SelectMany(s => s.Blocks).Distinct().Select(b => b.Residual).Append(network.Stem.Body))
            {
                var parts = InferenceStep.Of(layers).SelectMany(s => new Layer?[] { s.Layer, s.Folded, s.Activation }).OfType<Layer>();
                Assert.Equal(LayerChain.Flatten(layers).Where(l => l is not Dropout), parts);
            }
        }
    }

    [Fact]
    public void A_norm_with_something_between_it_and_the_convolution_is_not_folded()
    {
        var convolution = new Convolution("conv", 8, 8, new Window(3));
        var norm = new BatchNorm("bn", 8);
        var relu = new Activation(ActivationKind.Relu);

        Assert.Equal("conv+relu bn", Text(InferenceStep.Of([convolution, relu, norm])));
        Assert.Equal("conv+bn bn", Text(InferenceStep.Of([convolution, norm, norm])));
        Assert.Equal("conv pool bn", Text(InferenceStep.Of([convolution, new BlurPool("pool", 2), norm])));
        Assert.Equal("conv+bn", Text(InferenceStep.Of([convolution, new Dropout("dropout", 0.5), norm])));
        Assert.Equal("bn+relu conv", Text(InferenceStep.Of([norm, relu, convolution])));
        Assert.Equal("conv gn", Text(InferenceStep.Of([convolution, new GroupNorm("gn", 4, 8)])));
    }

    private static string Text(IEnumerable<InferenceStep> steps) => string.Join(' ', steps.Select(s =>
        s.Layer.Key + (s.Folded is { } norm ? "+" + norm.Key : "") + (s.Activation is { } activation ? "+" + activation.Kind : "")));
}
