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
        Assert.Equal("expected 2 values, one per stage as in Blocks, found 3", Assert.Single(findings.ToArray()).Message);
    }

    private static CompiledSpec Compile(params (string Name, SpecValue Value)[] arguments) => Over(null, arguments);

    private static CompiledSpec Over(string? file, params (string Name, SpecValue Value)[] arguments)
    {
        var findings = new Findings();
        var said = AttributeMapping.From([.. arguments.Select(Said)], Place, findings);
        var values = file is null ? said : Overlay.Merge(said, SpecDocument.Parse(Spec.Path, file).Values!);
        var compiled = CompiledSpec.Compile(values, "net", findings, TestContext.Current.CancellationToken);
        Assert.Empty(findings.ToArray());
        return compiled!;
    }

    private static (AttributeArgument, SpecScalar, SpecValue) Said((string Name, SpecValue Value) argument) =>
        (AttributeArgument.All.Single(a => a.Name == argument.Name), Word(argument.Name), argument.Value);

    private static SpecScalar Word(string text) => new(text, IsQuoted: false, Place);

    private static SpecList List(params int[] numbers) =>
        new(numbers.Select(n => (SpecValue)Word(n.ToString(System.Globalization.CultureInfo.InvariantCulture))).ToEquatableArray(), Place);
}
