using ResNetGen.Architecture.Tests.Support;

namespace ResNetGen.Architecture.Tests.Truth;

/// <summary>
/// One reading of the field swapped for another: the network must change, and this says what would tell. Where no number
/// and no key does, only the probe can, which has its rows in the same table.
/// </summary>
public class SemanticsTests
{
    /// <summary>A published network, and a reading that is not its own, which counts and keys give away.</summary>
    public static TheoryData<string, string> SeenInNumbers => new()
    {
        { "keras_resnet50", "stride_placement: v1.5" },
        { "resnet50_v1", "stride_placement: v1.5" },
        { "resnet50", "stride_placement: v1" },
        { "resnet50", "stride_block: last" },
        { "resnet50", "shortcut: C" },
        { "resnet50", "norm: frozen_batch" },
        { "resnet50", "conv_bias: true" },
        { "resnet18_A", "shortcut: B" },
        { "resnet18", "shortcut: B_first" },
        { "resnet50c", "stem: conv7x7" },
        { "resnet50c", "avg_down: timm" },
        { "resnet50d", "avg_down: none" },
        { "resnet50d", "avg_down: mmpretrain" },
        { "resnet50d", "stem: deep_tiered" },
        { "mm_resnetv1d50_d8", "naming: mmdet" },
        { "seresnet18", "attention: { kind: se, divisor: 1 }" },
        { "seresnet50", "attention: { kind: se, ratio: 0.25 }" },
        { "ecaresnet50d", "attention: se" },
        { "resnet50_gn", "norm: batch" },
        { "resnetblur50", "anti_aliasing: none" },
        { "resnetv2_50", "block: bottleneck" },
        { "resnetv2_50", "naming: torchvision" },
        { "resnext50_32x4d", "groups: 64" },
        { "resnext50_32x4d", "width_per_group: 8" },
        { "cifar_wrn28_10", "naming: torchvision" },
        { "resnet34_os16", "output_stride: 8" },
        { "resnet50_rswd_FFT", "replace_stride_with_dilation: [false, true, true]" },
    };

    /// <summary>A published network, and a reading that is not its own, which only the function gives away.</summary>
    public static TheoryData<string, string> SeenInTheFunctionAlone => new()
    {
        { "resnet50_rswd_FTT", "first_dilation: same" },
        { "resnet50_rswd_FFT", "first_dilation: same" },
        { "resnet50_rswd_TTT", "first_dilation: same" },
        { "resnet101_rswd_FTT", "first_dilation: same" },
        { "resnet101_rswd_FFT", "first_dilation: same" },
        { "resnet50d_os16", "first_dilation: same" },
        { "resnet34_os16", "first_dilation: same" },
        { "resnetv2_50_os8", "first_dilation: same" },
        { "mm_resnet50_dc5", "first_dilation: previous" },
        { "mm_resnet50_d8", "first_dilation: half" },
        { "mm_resnetv1c50_d8_contract", "first_dilation: same" },
        { "resnet34_os16", "basic_dilation: first" },
        { "resnet50d_os16", "avg_down: mm" },
        { "mm_resnetv1d50_d8", "avg_down: timm" },
        { "plain18", "shortcut: A" },
        { "cifar_plain20", "shortcut: A" },
        { "cifar_resnet20_A", "shortcut: A_split" },
        { "cifar_resnet20_A_split", "shortcut: A" },
        { "resnetblur50", "anti_aliasing: average" },
        { "resnetblur50", "stem: { pool: { anti_aliasing: none } }" },
        { "resnetaa50d", "stem: { pool: { kind: max, kernel: 3, padding: 1, anti_aliasing: none } }" },
        { "resnet50", "stem: { pool: average }" },
        { "resnet50", "stem: { pool: { pad_value: zero } }" },
        { "resnet50_gn", "norm: { kind: group, groups: 16 }" },
        { "resnet50", "norm: { eps: 1e-3 }" },
        { "resnet50", "activation: silu" },
        { "resnet50_rswd_FFT", "multi_grid: [1, 2, 4]" },
    };

    /// <summary>Readings that say the same of this network: it cannot tell them apart.</summary>
    public static TheoryData<string, string> Coinciding => new()
    {
        { "resnet50_rswd_FTT", "first_dilation: half" }, // 1, 1, 2, 4
        { "mm_resnetv1c50_d8_contract", "first_dilation: previous" },
        { "resnet18", "stride_placement: v1" },
        { "resnet50", "first_dilation: same" },
        { "resnet50d", "avg_down: mm" },
        { "resnetv2_50", "shortcut: B" },
        { "resnetv2_18", "shortcut: B" },
        { "seresnet50", "attention: { kind: se, divisor: 16 }" },
        { "resnet50", "naming: mmdet" },
        { "resnet50d", "naming: timm" },
        { "resnet50", "width_divisor: 8" },
        { "resnetaa50d", "stem: { pool: { kind: max, padding: 1 } }" },
    };

    [Theory]
    [MemberData(nameof(SeenInNumbers))]
    public void Another_reading_turns_the_row_red(string name, string swapped)
    {
        Assert.NotEqual(Measured.Of(SpecFolder.Compile(name)), Measured.Of(SpecFolder.Compile(name, swapped)));
        Assert.NotEqual(SpecFolder.Compile(name).Network, SpecFolder.Compile(name, swapped).Network);
    }

    [Theory]
    [MemberData(nameof(SeenInTheFunctionAlone))]
    public void Another_reading_is_another_function(string name, string swapped)
    {
        Assert.Equal(Measured.Of(SpecFolder.Compile(name)), Measured.Of(SpecFolder.Compile(name, swapped)));
        Assert.NotEqual(SpecFolder.Compile(name).Network, SpecFolder.Compile(name, swapped).Network);
    }

    [Theory]
    [MemberData(nameof(Coinciding))]
    public void Some_readings_are_the_same_here(string name, string swapped) =>
        Assert.Equal(SpecFolder.Compile(name), SpecFolder.Compile(name, swapped));
}
