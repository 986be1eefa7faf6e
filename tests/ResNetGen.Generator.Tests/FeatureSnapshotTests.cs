using System.Runtime.CompilerServices;
using ResNetGen.Generator.Tests.Support;
using ResNetGen.Generator.Tests.Verification;

namespace ResNetGen.Generator.Tests;

/// <summary>One reviewed file per feature of the language, each of a network as small as the feature allows.</summary>
public class FeatureSnapshotTests
{
    [Fact]
    public Task PreactBasicBlocks() => Verify("""
        input: [3, 32, 32]
        stem: conv3x3
        block: preact_basic
        stages: [{ blocks: 2, width: 16 }, { blocks: 1, width: 32 }]
        head: { classes: 10 }
        """);

    [Fact]
    public Task PreactBottlenecksOfTimm() => Verify("""
        block: preact_bottleneck
        shortcut: B_first
        width_divisor: 8
        naming: timm
        stages: [{ blocks: 2, width: 16 }]
        """);

    [Fact]
    public Task SqueezeExcitation() => Verify("""
        attention: { kind: se, ratio: 0.25 }
        stages: [{ blocks: 1, width: 64 }]
        """);

    [Fact]
    public Task EfficientChannelAttention() => Verify("""
        block: bottleneck
        attention: eca
        stages: [{ blocks: 1, width: 16 }]
        """);

    [Fact]
    public Task BlurPools() => Verify("""
        block: bottleneck
        anti_aliasing: blur
        stages: [{ blocks: 1, width: 16 }, { blocks: 2, width: 32 }]
        """);

    [Fact]
    public Task AveragePoolsInPlaceOfStrides() => Verify("""
        anti_aliasing: average
        stem: { pool: { anti_aliasing: none } }
        stages: [{ blocks: 1 }, { blocks: 1 }]
        """);

    [Fact]
    public Task GroupNorm() => Verify("""
        norm: { kind: group, groups: 8, eps: 1e-6 }
        stages: [{ blocks: 1 }]
        """);

    [Fact]
    public Task FrozenBatchNormAndFrozenStages() => Verify("""
        norm: frozen_batch
        head: none
        frozen_stages: 1
        stages: [{ blocks: 1 }, { blocks: 1 }]
        """);

    [Fact]
    public Task NormsKeptInEvaluation() => Verify("""
        norm_eval: true
        stages: [{ blocks: 1 }]
        """);

    [Fact]
    public Task PooledProjectionsOfTimm() => Verify("""
        avg_down: timm
        output_stride: 8
        stages: [{ blocks: 1 }, { blocks: 1 }, { blocks: 2 }]
        """);

    [Fact]
    public Task PooledProjectionsOfMm() => Verify("""
        avg_down: mm
        shortcut: B_first
        stages: [{ blocks: 1 }, { blocks: 1 }]
        """);

    [Fact]
    public Task StrideInTheLastBlock() => Verify("""
        block: preact_bottleneck
        stride_block: last
        stages: [{ blocks: 2, width: 16, stride: 2 }, { blocks: 2, width: 32, stride: 1 }]
        """);

    [Fact]
    public Task DilationAndMultiGrid() => Verify("""
        block: bottleneck
        stages:
          - { blocks: 1, width: 16 }
          - { blocks: 2, width: 32, stride: 1, dilation: 2, first_dilation: half }
          - { blocks: 3, width: 64, stride: 1, dilation: 2, multi_grid: [1, 2, 4], multi_grid_mode: multiplied }
        """);

    [Fact]
    public Task DroppingAndZeroes() => Verify("""
        stochastic_depth: 0.2
        dropout: 0.3
        zero_init_residual: true
        linear_init: normal
        stages: [{ blocks: 2 }, { blocks: 1 }]
        head: { classes: 10, dropout: 0.5 }
        """);

    [Fact]
    public Task BackboneWithSomeTaps() => Verify("""
        head: none
        taps: [c2, c4]
        stages: [{ blocks: 1 }, { blocks: 1 }, { blocks: 1 }, { blocks: 1 }]
        """);

    [Fact]
    public Task HeadForOneSize() => Verify("""
        input: [3, 64, 64]
        stages: [{ blocks: 1 }]
        head: { classes: 10, pool_kernel: 8, bias: false }
        """);

    [Fact]
    public Task DeepStemOfMmdet() => Verify("""
        stem: deep
        naming: mmdet
        norm: { kind: group, groups: 16 }
        stages: [{ blocks: 1 }]
        """);

    [Fact]
    public Task DeepStemOfMmpretrain() => Verify("""
        stem: deep
        avg_down: mmpretrain
        naming: mmpretrain
        stages: [{ blocks: 1 }, { blocks: 1 }]
        """);

    [Fact]
    public Task OtherActivations() => Verify("""
        activation: silu
        stages: [{ blocks: 1 }, { blocks: 1, activation: leaky_relu }]
        """);

    [Fact]
    public Task StemPoolOfKeras() => Verify("""
        norm: { eps: 1.001e-5, momentum: 0.01 }
        conv_bias: true
        stem: { pool: { pad_value: zero } }
        stages: [{ blocks: 1 }]
        """);

    [Fact]
    public Task StemPoolByConvolution() => Verify("""
        stem: { convs: [{ channels: 16, stride: 2 }], pool: conv }
        norm: none
        stages: [{ blocks: 1, width: 16, shortcut: C }]
        """);

    [Fact]
    public Task SubsampledShortcutsOfSlim() => Verify("""
        shortcut: B_pool
        stages: [{ blocks: 1 }, { blocks: 1, width: 64 }]
        """);

    [Fact]
    public Task ProjectionsOf3x3() => Verify("""
        block: bottleneck
        projection_kernel: 3
        reduce_first: 2
        groups: 2
        stages: [{ blocks: 1, width: 32 }, { blocks: 1, width: 64 }]
        """);

    private static Task Verify(string yaml, [CallerMemberName] string test = "") => Reviewed.Verify(
        Project.Of("namespace Zoo;\n\n[ResNetGen.ResNet(\"net.resnet.yaml\")]\npublic sealed partial class Net;\n")
            .WithSpec("/project/net.resnet.yaml", yaml).Run().IsClean().Compiles(),
        test: test);
}
