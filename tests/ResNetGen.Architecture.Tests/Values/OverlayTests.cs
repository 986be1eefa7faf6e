using ResNetGen.Architecture.Diagnostics;
using ResNetGen.Architecture.Language;
using ResNetGen.Architecture.Specs;
using ResNetGen.Architecture.Tests.Support;
using ResNetGen.Architecture.Text;
using ResNetGen.Architecture.Values;

namespace ResNetGen.Architecture.Tests.Values;

/// <summary>An attribute says the same as YAML, alone or on top of a file.</summary>
public class OverlayTests
{
    private static readonly Site Place = Site.StartOf("Net.cs");

    [Fact]
    public void An_attribute_alone_is_the_spec_that_yaml_would_be() => Assert.Equal(
        Spec.Right("name: Net\ninput: [1, 28, 28]\nstem: { preset: conv3x3, channels: 4 }\nblock: bottleneck\ngroups: 2\n"
            + "width_per_group: 32\nstride_placement: v1\nshortcut: B\nstages: [{ blocks: 1, width: 8, stride: 1 }, { blocks: 2, width: 12, stride: 3 }]\nhead: { classes: 5 }\n"),
        Compile(
            ("Name", Word("Net")), ("Input", List(1, 28, 28)), ("Stem", Word("conv3x3")), ("StemChannels", Word("4")),
            ("Block", Word("bottleneck")), ("Groups", Word("2")), ("WidthPerGroup", Word("32")), ("StridePlacement", Word("v1")),
            ("Shortcut", Word("B")), ("Blocks", List(1, 2)), ("Widths", List(8, 12)), ("Strides", List(1, 3)), ("Classes", Word("5"))));

    /// <summary>Each argument with a value, the YAML that says the same, and the file below both, beside its stages.</summary>
    public static TheoryData<string, string, string, string> Arguments => new()
    {
        { "Name", "Mine", "name: Mine", "" },
        { "Input", "[3, 64, 96]", "input: [3, 64, 96]", "" },
        { "Stem", "deep", "stem: deep", "" },
        { "StemChannels", "32", "stem: { channels: 32 }", "" },
        { "StemConvChannels", "[8, 16]", "stem: { convs: [{ channels: 8 }, { channels: 16 }] }", "" },
        { "StemPool", "average", "stem: { pool: average }", "" },
        { "StemPoolKernel", "5", "stem: { pool: { kernel: 5 } }", "" },
        { "StemPoolStride", "1", "stem: { pool: { stride: 1 } }", "" },
        { "StemPoolPadding", "0", "stem: { pool: { padding: 0 } }", "" },
        { "StemPoolCeilMode", "true", "stem: { pool: { ceil_mode: true } }", "" },
        { "StemPoolPadValue", "zero", "stem: { pool: { pad_value: zero } }", "" },
        { "StemPoolAntiAliasing", "blur", "stem: { pool: { anti_aliasing: blur } }", "" },
        { "Block", "preact_bottleneck", "block: preact_bottleneck", "" },
        { "Expansion", "2", "expansion: 2", "" },
        { "WidthDivisor", "48", "width_divisor: 48", "" },
        { "ReduceFirst", "2", "reduce_first: 2", "" },
        { "StrideBlock", "last", "stride_block: last", "" },
        { "ConvBias", "true", "conv_bias: true", "" },
        { "Dropout", "0.25", "dropout: 0.25", "" },
        { "Shortcut", "A", "shortcut: A", "" },
        { "AvgDown", "mm", "avg_down: mm", "" },
        { "ProjectionKernel", "3", "projection_kernel: 3", "" },
        { "FirstDilation", "same", "first_dilation: same", "output_stride: 4" },
        { "BasicDilation", "first", "basic_dilation: first", "output_stride: 4" },
        { "MultiGrid", "[2, 3]", "multi_grid: [2, 3]", "" },
        { "MultiGridMode", "multiplied", "multi_grid_mode: multiplied", "output_stride: 4\nmulti_grid: [2, 3]" },
        { "Norm", "group", "norm: group", "" },
        { "NormEps", "1e-3", "norm: { eps: 1e-3 }", "" },
        { "NormMomentum", "0.01", "norm: { momentum: 0.01 }", "" },
        { "NormGroups", "16", "norm: { kind: group, groups: 16 }", "norm: { kind: group }" },
        { "Activation", "silu", "activation: silu", "" },
        { "Attention", "eca", "attention: eca", "" },
        { "AttentionRatio", "0.5", "attention: { kind: se, ratio: 0.5 }", "attention: { kind: se }" },
        { "AttentionDivisor", "1", "attention: { kind: se, divisor: 1 }", "attention: { kind: se }" },
        { "AntiAliasing", "blur", "anti_aliasing: blur", "" },
        { "Blocks", "[3, 4]", "stages: [{ blocks: 3 }, { blocks: 4 }]", "" },
        { "Widths", "[32, 48]", "stages: [{ blocks: 2, width: 32 }, { blocks: 2, width: 48 }]", "" },
        { "Strides", "[2, 3]", "stages: [{ blocks: 2, stride: 2 }, { blocks: 2, stride: 3 }]", "" },
        { "Dilations", "[2, 3]", "stages: [{ blocks: 2, dilation: 2 }, { blocks: 2, dilation: 3 }]", "" },
        { "OutputStride", "4", "output_stride: 4", "" },
        { "ReplaceStrideWithDilation", "[true]", "replace_stride_with_dilation: [true]", "" },
        { "Head", "none", "head: none", "" },
        { "Classes", "7", "head: { classes: 7 }", "" },
        { "HeadPoolKernel", "14", "head: { pool_kernel: 14 }", "" },
        { "HeadBias", "false", "head: { bias: false }", "" },
        { "HeadDropout", "0.5", "head: { dropout: 0.5 }", "" },
        { "FinalNorm", "true", "final_norm: true", "" },
        { "Taps", "[2]", "taps: [c2]", "" },
        { "Init", "kaiming_fan_in", "init: kaiming_fan_in", "" },
        { "LinearInit", "normal", "linear_init: normal", "" },
        { "ZeroInitResidual", "true", "zero_init_residual: true", "" },
        { "StochasticDepth", "0.1", "stochastic_depth: 0.1", "" },
        { "FrozenStages", "1", "frozen_stages: 1", "" },
        { "TrainableLayers", "1", "trainable_layers: 1", "" },
        { "NormEval", "true", "norm_eval: true", "" },
        { "Naming", "mmdet", "naming: mmdet", "stem: deep" },
        { "StemPoolCountIncludePad", "false", "stem: { pool: { kind: average, count_include_pad: false } }", "stem: { pool: average }" },
        { "Groups", "4", "groups: 4", "block: bottleneck" },
        { "WidthPerGroup", "128", "width_per_group: 128", "block: bottleneck" },
        { "StridePlacement", "v1", "stride_placement: v1", "block: bottleneck" },
        { "StridedPadding", "0", "strided_padding: 0", "projection_kernel: 3" },
        { "ProjectionDilation", "2", "projection_dilation: 2", "projection_kernel: 3" },
        { "N", "2", "n: 2", "n: 7" },
        { "Depth", "14", "depth: 14", "depth: 8" },
    };

    [Theory]
    [MemberData(nameof(Arguments))]
    public void Each_argument_says_what_its_key_says(string name, string value, string yaml, string below)
    {
        var file = name is "N" or "Depth" ? below : below + "\nstages: [{ blocks: 2 }, { blocks: 2 }]";
        var said = Over(file, (name, Value(value)));
        Assert.Equal(Right(Overlay.Merge(Parse(yaml), Parse(file))), said);
        Assert.NotEqual(Right(Parse(file)), said);
    }

    [Fact]
    public void A_stems_convolutions_are_said_in_four_lists() => Assert.Equal(
        Spec.Right("stem: { convs: [{ channels: 8, kernel: 7, stride: 2, padding: 0 }, { channels: 16, kernel: 5, stride: 1, padding: 1 }] }\nstages: [{ blocks: 1 }]"),
        Over(
            "stages: [{ blocks: 1 }]",
            ("StemConvPaddings", List(0, 1)), ("StemConvStrides", List(2, 1)), ("StemConvKernels", List(7, 5)), ("StemConvChannels", List(8, 16))));

    [Fact]
    public void Every_argument_is_tried_above() => Assert.Equal(
        AttributeArgument.All.Select(a => a.Name).Order(StringComparer.Ordinal),
        Arguments.Select(a => a.Data.Item1).Concat(["StemConvPaddings", "StemConvStrides", "StemConvKernels"]).Order(StringComparer.Ordinal));

    [Fact]
    public void An_attribute_on_a_file_overrides_what_it_says()
    {
        const string file = "stem: conv3x3\nblock: bottleneck\nstages: [{ blocks: 1, width: 8 }, { blocks: 2, width: 16 }]\nhead: { classes: 10 }\n";
        Assert.Equal(
            Spec.Right(file.Replace("conv3x3", "{ preset: conv3x3, channels: 4 }").Replace("width: 16", "width: 32").Replace("10 }", "3 }")),
            Over(file, ("StemChannels", Word("4")), ("Widths", List(8, 32)), ("Classes", Word("3"))));
    }

    [Fact]
    public void An_attribute_on_a_file_may_add_stages_and_keeps_those_it_does_not_reach()
    {
        const string file = "stages: [{ blocks: 1 }, { blocks: 2 }]\n";
        Assert.Equal(Spec.Right("stages: [{ blocks: 4 }, { blocks: 2 }]"), Over(file, ("Blocks", List(4))));
        Assert.Equal(Spec.Right("stages: [{ blocks: 1 }, { blocks: 2 }, { blocks: 3 }]"), Over(file, ("Blocks", List(1, 2, 3))));
    }

    [Fact]
    public void Lists_of_other_lengths_are_refused_and_compared_with_the_first()
    {
        var findings = new Findings();
        AttributeMapping.From([.. new[] { ("Blocks", (SpecValue)List(2, 2)), ("Widths", List(1, 2, 3)) }.Select(Said)], Place, findings);
        Assert.Equal("expected as many values as Blocks has, 2, found 3", Assert.Single(findings.ToArray()).Message);
    }

    private static CompiledSpec Compile(params (string Name, SpecValue Value)[] arguments) => Over(null, arguments);

    private static CompiledSpec Over(string? file, params (string Name, SpecValue Value)[] arguments)
    {
        var findings = new Findings();
        var said = AttributeMapping.From([.. arguments.Select(Said)], Place, findings);
        Assert.Empty(findings.ToArray());
        return Right(file is null ? said : Overlay.Merge(said, Parse(file)));
    }

    private static SpecMapping Parse(string text) => SpecDocument.Parse(Spec.Path, text).Values!;

    private static CompiledSpec Right(SpecMapping values)
    {
        var findings = new Findings();
        var compiled = CompiledSpec.Compile(values, "net", findings, TestContext.Current.CancellationToken);
        Assert.Empty(findings.ToArray());
        return compiled!;
    }

    private static (AttributeArgument, SpecScalar, SpecValue) Said((string Name, SpecValue Value) argument) =>
        (AttributeArgument.All.Single(a => a.Name == argument.Name), Word(argument.Name), argument.Value);

    private static SpecScalar Word(string text) => new(text, IsQuoted: false, Place);

    // As an attribute has it: a list in brackets, or a word.
    private static SpecValue Value(string text) => text[0] == '['
        ? new SpecList(text[1..^1].Split(", ").Select(t => (SpecValue)Word(t)).ToEquatableArray(), Place)
        : Word(text);

    private static SpecList List(params int[] numbers) =>
        new(numbers.Select(n => (SpecValue)Word(n.ToString(System.Globalization.CultureInfo.InvariantCulture))).ToEquatableArray(), Place);
}
