using ResNetGen.Architecture.Networks;
using ResNetGen.Architecture.Specs;
using ResNetGen.Architecture.Tests.Support;

namespace ResNetGen.Architecture.Tests.Lowering;

/// <summary>What only training sees.</summary>
public class TrainingTests
{
    private const string Stages = "\nstages: [{ blocks: 1 }, { blocks: 1 }, { blocks: 1 }, { blocks: 1 }]";

    [Fact]
    public void The_defaults() => Assert.Equal(
        new Training(InitKind.KaimingFanOut, LinearInit.Default, ZeroInitResidual: false, StochasticDepth: 0, FrozenStages: -1, NormEval: false),
        Of("block: basic"));

    [Theory]
    [InlineData("frozen_stages: -1", -1)]
    [InlineData("frozen_stages: 0", 0)]
    [InlineData("frozen_stages: 4", 4)]
    [InlineData("trainable_layers: 5", -1)]
    [InlineData("trainable_layers: 4", 0)]
    [InlineData("trainable_layers: 3", 1)]
    [InlineData("trainable_layers: 1", 3)]
    [InlineData("trainable_layers: 0", 4)]
    public void Two_ways_to_count_what_is_frozen(string said, int frozen) => Assert.Equal(frozen, Of(said).FrozenStages);

    [Theory]
    [InlineData("frozen_stages: 5")]
    [InlineData("trainable_layers: 6")]
    public void One_more_is_not_there(string said) => Assert.Equal("RNG1020", Spec.Wrong(said + Stages).Rule.Id);

    [Fact]
    public void The_words()
    {
        Assert.Equal(InitKind.KaimingFanIn, Of("init: kaiming_fan_in").Init);
        Assert.Equal(InitKind.Default, Of("init: default").Init);
        Assert.Equal(LinearInit.Normal, Of("linear_init: normal").LinearInit);
        Assert.True(Of("zero_init_residual: true").ZeroInitResidual);
        Assert.False(Of("zero_init_residual: false").ZeroInitResidual);
        Assert.Equal(0.25, Of("stochastic_depth: 0.25").StochasticDepth);
        Assert.True(Of("norm_eval: true").NormEval);
    }

    [Theory]
    [InlineData("zero_init_residual: true\nnorm: none")]
    [InlineData("zero_init_residual: true\nnorm: group")]
    [InlineData("zero_init_residual: true\nnorm: frozen_batch\nblock: preact_basic")] // zeroes a convolution
    [InlineData("zero_init_residual: false\nnorm: frozen_batch")]
    [InlineData("stochastic_depth: 0\nshortcut: none")]
    public void What_can_be_made_is_made(string said) => Assert.NotNull(Spec.Right(said + Stages));

    [Theory]
    [InlineData("init: default")]
    [InlineData("linear_init: normal")]
    [InlineData("zero_init_residual: true")]
    [InlineData("stochastic_depth: 0.1")]
    [InlineData("trainable_layers: 2")]
    [InlineData("norm_eval: true")]
    public void None_of_it_changes_a_layer_or_a_number(string said)
    {
        var (plain, spec) = (Spec.Right("block: basic" + Stages), Spec.Right(said + Stages));
        Assert.NotEqual(plain, spec);
        Assert.Equal(plain.Network, spec.Network with { Training = plain.Network.Training });
        Assert.Equal(plain.Analysis, spec.Analysis);
    }

    private static Training Of(string said) => Spec.Right(said + Stages).Network.Training;
}
