using ResNetGen.Architecture.Emission;
using ResNetGen.Runtime.Tests;
using Xunit;
using static TorchSharp.torch;

namespace ResNetGen.Property.Tests.Networks;

/// <summary>A mistake in what is made for inference shows where it is compared with evaluation.</summary>
public sealed class InferenceDamageTests
{
    private static readonly string Code = CSharpEmitter.Emit(
        ZooSpec.Load("cifar10/cifar_resnet20_B"), CSharpTarget.TopLevel(GeneratedNetworks.Namespace, GeneratedNetworks.NameOf(0)));

    [Theory]
    [InlineData("", "", true)]
    [InlineData("shift.sub(moved)", "shift.add(moved)", false)]
    [InlineData("mean.mul(factor)", "mean.mul(scale)", false)]
    [InlineData("scale.div(deviation)", "scale.div(positive)", false)]
    [InlineData("variance.add(norm.Eps)", "variance.add(0.01)", false)]
    [InlineData("copy.mul_(column)", "copy.mul_(1)", false)]
    [InlineData("FusedActivation.Relu => Relu(x)", "FusedActivation.Relu => x", false)]
    [InlineData("sum.add_(addend)", "sum.sub_(addend)", false)]
    [InlineData("Then(x, _conv2, shortcut)", "Then(x, _conv2)", false)]
    public void Damage_is_seen(string code, string damaged, bool isRight)
    {
        if (code.Length > 0)
            Assert.Contains(code, Code, StringComparison.Ordinal);

        using var classes = new GeneratedNetworks([code.Length == 0 ? Code : Code.Replace(code, damaged, StringComparison.Ordinal)]);
        random.manual_seed(3);
        using var network = classes.Create(0);
        InferenceCheck.Scatter(network);
        network.eval();
        using var inference = InferenceCheck.Of(network);
        using var input = randn(2, 3, 32, 32);

        Assert.Equal(isRight, InferenceCheck.Difference(network, inference, input) <= InferenceCheck.Tolerance);
    }
}
