using static ResNetGen.LibTorch.Tests.Tensors.ArithmeticTests;
using static TorchSharp.torch;

namespace ResNetGen.LibTorch.Tests.Tensors;

/// <summary>The numbers are Python's torch 1.13.1 on a CPU.</summary>
public class RandomTests
{
    [Fact]
    public void Seeds_give_Pythons_numbers()
    {
        using var scope = NewDisposeScope();
        manual_seed(0);
        Assert.Equal([1.5409960746765137f, -0.293428897857666f, -2.1787893772125244f, 0.5684312582015991f], Values(randn(4)));
        random.manual_seed(0);
        Assert.Equal([0.49625658988952637f, 0.7682217955589294f, 0.08847743272781372f, 0.13203048706054688f], Values(rand(4)));
        manual_seed(7);
        Assert.Equal([7L, 0, 3, 4, 1, 5, 2, 6], randperm(8).data<long>().ToArray());
        manual_seed(7);
        Assert.Equal([0L, -3, -4, 1, -2, 2], randint(-5, 5, [6]).data<long>().ToArray());
        manual_seed(1);
        Assert.Equal([-2.051191806793213f, -0.500463604927063f, -0.3079618215560913f, -2.2189695835113525f], Values(empty(20).normal_(1, 2).narrow(0, 0, 4)));
        manual_seed(1);
        Assert.Equal([0.5152631998062134f, -0.44137823581695557f, -0.1938614845275879f, 0.46936893463134766f], Values(empty(4).uniform_(-1, 1)));
        manual_seed(1);
        Assert.Equal([1, 1, 1, 1, 0, 1, 1, 0], Values(empty(8).bernoulli_(0.5)));
    }

    [Fact]
    public void A_generator_has_a_seed_of_its_own()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(5);
        Assert.Equal(5L, generator.initial_seed());
        manual_seed(0);
        float[] expected = [0.8302518725395203f, 0.12611091136932373f, 0.9074696898460388f];
        Assert.Equal(expected, Values(rand(3, generator: generator)));
        Assert.Equal(1.5409960746765137f, Values(randn(4))[0]);
        generator.manual_seed(5);
        Assert.Equal(expected, Values(rand(3, generator: generator)));
        Assert.Equal(0L, random.initial_seed());
    }
}
