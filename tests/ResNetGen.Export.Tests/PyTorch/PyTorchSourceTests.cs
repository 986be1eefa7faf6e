using ResNetGen.Export.Tests.Specs;
using ResNetGen.Export.Tests.Support;

namespace ResNetGen.Export.Tests.PyTorch;

public sealed class PyTorchSourceTests
{
    // Two families of blocks, both kinds of attention are never together; the rest is here.
    private const string Everything = """
        name: Everything
        input: [3, 64, 64]
        stem: { preset: deep, pool: { kind: max, pad_value: zero } }
        block: bottleneck
        shortcut: B
        anti_aliasing: blur
        avg_down: timm
        attention: se
        conv_bias: true
        norm: { kind: batch, eps: 1.001e-5, momentum: 1 }
        stages:
          - { blocks: 2, width: 16, dropout: 0.25 }
          - { blocks: 3, width: 32, stride: 2, groups: 2, shortcut: A_split, avg_down: none, activation: silu }
          - { blocks: 2, width: 64, stride: 2, block: preact_basic, attention: eca, norm: group }
          - { blocks: 2, width: 96, stride: 1, dilation: 2, block: preact_basic, norm: frozen_batch }
        head: { classes: 7, dropout: 0.5 }
        stochastic_depth: 0.2
        frozen_stages: 1
        norm_eval: true
        linear_init: normal
        naming: timm
        """;

    public static TheoryData<string> Names => [.. ShippedSpecs.Names];

    [Fact]
    public void Source_of_ResNet50_is_the_committed_one() => Committed.Check("resnet50.verified.py", PyTorchSource.Write(ShippedSpecs.Load("resnet50")));

    [Fact]
    public void Source_of_a_network_with_everything_is_the_committed_one() => Committed.Check("everything.verified.py", PyTorchSource.Write(Everything));

    [Theory, MemberData(nameof(Names))]
    public void Lines_are_plain_and_short(string name)
    {
        var source = PyTorchSource.Write(ShippedSpecs.Load(name));
        Assert.True(source.All(c => c is '\n' or (>= ' ' and <= '~')), "only ASCII, no tabs, no carriage returns");
        Assert.EndsWith(")\n", source);
        Assert.All(source.Split('\n'), line =>
        {
            Assert.True(line.Length <= 100, line);
            Assert.Equal(line.TrimEnd(), line);
        });
    }

    [Fact]
    public void Blocks_with_many_numbers_are_broken_where_Python_allows_it()
    {
        var source = PyTorchSource.Write("""
            version: 1
            projection_kernel: 3
            shortcut: C
            naming: timm
            strided_padding: 1
            stages:
              - { blocks: 3, width: 8, block: preact_basic }
              - { blocks: 3, width: 8, stride: 1, block: preact_basic, dilation: 3, multi_grid: [2, 2, 5] }
              - { blocks: 3, width: 8, stride: 2, block: preact_basic, first_dilation: same, dilation: 4 }
            """);
        Assert.All(source.Split('\n'), line => Assert.True(line.Length <= 100, line));
        Assert.Contains("for _ in range(2)\n", source, StringComparison.Ordinal);
    }

    [Fact]
    public void Machine_language_changes_nothing()
    {
        var usual = PyTorchSource.Write(Everything);
        using var other = new OtherNumbers();
        Assert.Equal(usual, PyTorchSource.Write(Everything));
    }

    [Fact]
    public void Deep_networks_have_no_more_lines_than_shallow_ones()
    {
        var (shallow, deep) = (Lines("cifar_resnet20_A"), Lines("cifar_resnet1202_A"));
        Assert.InRange(deep, shallow - 3, shallow + 3);
    }

    [Theory]
    [InlineData("resnet18", "Resnet18")]
    [InlineData("ResNet50", "ResNet50")]
    [InlineData("cifar_resnet20_A", "CifarResnet20A")]
    [InlineData("resnetv2_50d_gn", "Resnetv2_50dGn")]
    [InlineData("_1x", "Network1x")]
    [InlineData("__", "Network")]
    [InlineData("None", "NoneNetwork")]
    [InlineData("Bottleneck", "BottleneckNetwork")]
    [InlineData("Features", "FeaturesNetwork")]
    [InlineData("Gr\u00f6\u00dfe", "GrE")]
    public void Class_is_named_as_the_spec(string name, string expected)
    {
        var spec = SpecText.Compile($"name: {name}\nstages: [{{ blocks: 1 }}]\n");
        Assert.Equal(expected, PyTorchSource.ClassOf(spec));
        Assert.Contains($"\nclass {expected}(nn.Module):\n", PyTorchSource.Write(spec), StringComparison.Ordinal);
    }

    [Fact]
    public void Names_outside_ASCII_are_escaped() => Assert.Contains(
        "NAME = \"Gr\\u00f6\\u00dfe\"\n", PyTorchSource.Write("name: Gr\u00f6\u00dfe\nstages: [{ blocks: 1 }]\n"), StringComparison.Ordinal);

    private static int Lines(string name) => PyTorchSource.Write(ShippedSpecs.Load(name)).Split('\n').Length;
}
