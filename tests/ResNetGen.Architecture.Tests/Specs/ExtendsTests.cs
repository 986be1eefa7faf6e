using ResNetGen.Architecture.Specs;
using ResNetGen.Architecture.Tests.Support;

namespace ResNetGen.Architecture.Tests.Specs;

public class ExtendsTests
{
    private const string Base = """
        name: Base
        input: [3, 32, 32]
        stem: { preset: conv3x3, channels: 8 }
        block: bottleneck
        stages:
          - { blocks: 2, width: 8 }
          - { blocks: 3, width: 16, stride: 2 }
        head: { classes: 10 }
        """;

    [Fact]
    public void What_is_said_wins_and_the_rest_is_the_bases() => Same(
        "extends: base.resnet.yaml\nblock: basic\nhead: { bias: false }\n",
        Base.Replace("Base", "net").Replace("bottleneck", "basic").Replace("10 }", "10, bias: false }"));

    [Fact]
    public void Stages_merge_by_position() => Same(
        "extends: base.resnet.yaml\nstages:\n  - { width: 12 }\n  - { blocks: 5 }\n  - { blocks: 1, width: 32 }\n",
        Base.Replace("Base", "net").Replace("width: 8", "width: 12").Replace("blocks: 3", "blocks: 5")
            .Replace("head:", "  - { blocks: 1, width: 32 }\nhead:"));

    [Fact]
    public void A_nested_key_overrides_that_key_alone()
    {
        Same("extends: base.resnet.yaml\nstem: { channels: 12 }\n", Base.Replace("Base", "net").Replace("channels: 8", "channels: 12"));
        Same("extends: base.resnet.yaml\nstem: { preset: conv7x7 }\n", Base.Replace("Base", "net").Replace("conv3x3", "conv7x7"));
    }

    [Fact]
    public void A_mapping_over_a_presets_word_keeps_the_preset()
    {
        var word = Base.Replace("{ preset: conv3x3, channels: 8 }", "conv3x3");
        Assert.Equal(
            Spec.Right(word.Replace("Base", "net").Replace("stem: conv3x3", "stem: { preset: conv3x3, channels: 12 }")),
            Spec.Right("extends: base.resnet.yaml\nstem: { channels: 12 }\n", ("base.resnet.yaml", word)));
    }

    [Fact]
    public void A_presets_word_replaces_a_mapping_whole() => Same(
        "extends: base.resnet.yaml\nstem: conv7x7\n",
        Base.Replace("Base", "net").Replace("{ preset: conv3x3, channels: 8 }", "conv7x7"));

    [Fact]
    public void The_name_is_not_inherited()
    {
        Assert.Equal("net", Spec.Right("extends: base.resnet.yaml", ("base.resnet.yaml", Base)).Network.Name);
        Assert.Equal("Mine", Spec.Right("extends: base.resnet.yaml\nname: Mine", ("base.resnet.yaml", Base)).Network.Name);
    }

    [Fact]
    public void A_chain_merges_from_the_top() => Assert.Equal(
        Spec.Right(Base.Replace("Base", "net").Replace("blocks: 2", "blocks: 4").Replace("10 }", "10, dropout: 0.5 }")),
        Spec.Right(
            "extends: lib/middle.resnet.yaml\nhead: { dropout: 0.5 }\n",
            ("lib/middle.resnet.yaml", "extends: ../base.resnet.yaml\nname: Middle\nstages: [{ blocks: 4 }]\nhead: { dropout: 0.25 }\n"),
            ("base.resnet.yaml", Base)));

    [Fact]
    public void A_missing_base_is_found_at_its_path_with_the_nearest_name()
    {
        var (text, site) = Marked.Parse("name: Mine\nextends: «bsae.resnet.yaml»\n");
        var finding = Spec.Wrong(text, ("base.resnet.yaml", Base));
        Assert.Equal(site, finding.Site);
        Assert.Equal("the spec 'bsae.resnet.yaml' that this one extends is not there; did you mean 'base.resnet.yaml'?", finding.Message);
    }

    [Fact]
    public void A_missing_base_of_a_base_is_found_in_the_base()
    {
        var (text, site) = Marked.Parse("extends: «gone.resnet.yaml»\n", "base.resnet.yaml");
        var finding = Spec.Wrong("extends: base.resnet.yaml", ("base.resnet.yaml", text));
        Assert.Equal(("RNG0012", site), (finding.Rule.Id, finding.Site));
    }

    [Fact]
    public void A_mistake_in_a_base_is_found_in_the_base()
    {
        var (text, site) = Marked.Parse(Base.Replace("blocks: 3", "blocks: «0»"), "base.resnet.yaml");
        Assert.Equal(site, Spec.Wrong("extends: base.resnet.yaml", ("base.resnet.yaml", text)).Site);
    }

    [Fact]
    public void A_circle_is_found_where_it_closes()
    {
        var (text, site) = Marked.Parse("extends: «./net.resnet.yaml»\n", "b.resnet.yaml");
        var finding = Spec.Wrong("extends: b.resnet.yaml", ("b.resnet.yaml", text));
        Assert.Equal(("RNG0013", site), (finding.Rule.Id, finding.Site));
        Assert.Equal("the spec extends itself: net -> b -> net", finding.Message);
        Assert.Equal("the spec extends itself: net -> net", Spec.Wrong("extends: net.resnet.yaml").Message);
    }

    [Fact]
    public void A_chain_may_be_32_long_and_no_longer()
    {
        (string, string)[] Chain(int length) =>
            [.. Enumerable.Range(1, length - 1).Select(i => ($"b{i}.resnet.yaml", i == length - 1 ? Base : $"extends: b{i + 1}.resnet.yaml"))];

        Assert.Equal(SpecChain.MaximumLength, 32);
        Assert.NotNull(Spec.Right("extends: b1.resnet.yaml", Chain(32)));
        var finding = Spec.Wrong("extends: b1.resnet.yaml", Chain(33));
        Assert.Equal("b31.resnet.yaml(1,10): error RNG0015: more than 32 specs extend each other in a row", finding.ToString());
    }

    [Fact]
    public void Other_classes_than_the_bases_are_a_warning_at_them()
    {
        var (text, site) = Marked.Parse("extends: base.resnet.yaml\nhead: { classes: «100» }\n");
        var finding = Spec.Wrong(text, ("base.resnet.yaml", Base));
        Assert.Equal(("RNG1022", site), (finding.Rule.Id, finding.Site));
        Assert.Equal("100 classes where the extended spec has 10: its weights will not fit the head", finding.Message);
    }

    [Theory]
    [InlineData("head: { classes: 100 }", "stages: [{ blocks: 1 }]", "100 classes where the extended spec has 1000")]
    [InlineData("head: { classes: 1000 }", "stages: [{ blocks: 1 }]", null)]
    [InlineData("head: { classes: 10 }", "stages: [{ blocks: 1 }]\nhead: { classes: 10 }", null)]
    [InlineData("head: none", "stages: [{ blocks: 1 }]\nhead: { classes: 10 }", null)]
    [InlineData("head: { bias: false }", "stages: [{ blocks: 1 }]\nhead: { classes: 10 }", null)]
    [InlineData("block: bottleneck", "stages: [{ blocks: 1 }]\nhead: { classes: 10 }", null)]
    [InlineData("head: { kind: classifier, classes: 10 }", "stages: [{ blocks: 1 }]\nhead: none", null)]
    [InlineData("head: { kind: classifier, classes: 10 }", "stages: [{ blocks: 1 }]\nhead: { kind: none, classes: 20 }", null)]
    public void Classes_are_compared_with_what_the_base_would_have(string upper, string lower, string? warning)
    {
        var findings = Spec.Compile("extends: base.resnet.yaml\n" + upper, ("base.resnet.yaml", lower)).Findings;
        Assert.Equal(warning is null ? [] : [warning + ": its weights will not fit the head"], findings.Select(f => f.Message));
    }

    [Fact]
    public void Each_change_of_classes_in_a_chain_is_a_warning_of_its_own() => Assert.Equal(
        [("middle.resnet.yaml", "8", "10"), ("net.resnet.yaml", "7", "8")],
        Spec.Compile(
            "extends: middle.resnet.yaml\nhead: { classes: 7 }\n",
            ("middle.resnet.yaml", "extends: between.resnet.yaml\nhead: { classes: 8 }\n"),
            ("between.resnet.yaml", "extends: base.resnet.yaml\nblock: basic\n"),
            ("base.resnet.yaml", Base)).Findings.Select(f => (f.Site.Path, f.Arguments[0], f.Arguments[1])));

    /// <summary>One thing is said in one way: the way of the upper spec.</summary>
    [Theory]
    [InlineData("n: 2", "depth: 20", "n: 2")]
    [InlineData("depth: 20", "n: 2", "depth: 20")]
    [InlineData("depth: 14", "stages: [{ blocks: 1, width: 8 }, { blocks: 2 }, { blocks: 3 }]", "depth: 14\nstages: [{ width: 8 }, {}, {}]")]
    [InlineData("n: 4", "stages: [{ blocks: 1 }, { blocks: 2, width: 8 }]", "n: 4\nstages: [{}, { width: 8 }]")]
    [InlineData("stages: [{ blocks: 1 }, { blocks: 2 }]", "n: 4\nstages: [{ width: 8 }, {}]", "stages: [{ blocks: 1, width: 8 }, { blocks: 2 }]")]
    [InlineData("output_stride: 4", "replace_stride_with_dilation: [false]\nstages: [{ blocks: 2 }, { blocks: 2 }]", "output_stride: 4\nstages: [{ blocks: 2 }, { blocks: 2 }]")]
    [InlineData("replace_stride_with_dilation: [true]", "output_stride: 8\nstages: [{ blocks: 2 }, { blocks: 2 }]", "output_stride: 4\nstages: [{ blocks: 2 }, { blocks: 2 }]")]
    [InlineData("output_stride: 4", "stages: [{ blocks: 2 }, { blocks: 2, dilation: 7 }]", "output_stride: 4\nstages: [{ blocks: 2 }, { blocks: 2 }]")]
    [InlineData("stages: [{}, { stride: 1, dilation: 3 }]", "output_stride: 4\nstages: [{ blocks: 2 }, { blocks: 2 }]", "stages: [{ blocks: 2 }, { blocks: 2, stride: 1, dilation: 3 }]")]
    [InlineData("trainable_layers: 1", "frozen_stages: -1\nstages: [{ blocks: 1 }]", "frozen_stages: 0\nstages: [{ blocks: 1 }]")]
    [InlineData("frozen_stages: 0", "trainable_layers: 0\nstages: [{ blocks: 1 }]", "frozen_stages: 0\nstages: [{ blocks: 1 }]")]
    [InlineData("stem: { convs: [{ channels: 8 }] }", "stem: deep\nstages: [{ blocks: 1 }]", "stem: { convs: [{ channels: 8 }] }\nstages: [{ blocks: 1 }]")]
    [InlineData("stem: { convs: [{ channels: 8 }] }", "stem: { preset: deep, channels: 128, pool: average }\nstages: [{ blocks: 1 }]", "stem: { convs: [{ channels: 8 }], pool: average }\nstages: [{ blocks: 1 }]")]
    [InlineData("stem: { preset: deep }", "stem: { convs: [{ channels: 8 }], pool: average }\nstages: [{ blocks: 1 }]", "stem: { preset: deep, pool: average }\nstages: [{ blocks: 1 }]")]
    [InlineData("stem: { channels: 96 }", "stem: { convs: [{ channels: 8 }] }\nstages: [{ blocks: 1 }]", "stem: { channels: 96 }\nstages: [{ blocks: 1 }]")]
    public void What_is_said_takes_the_other_way_to_say_it_out_of_the_base(string upper, string lower, string spelt) =>
        Assert.Equal(Spec.Right(spelt), Spec.Right("extends: base.resnet.yaml\n" + upper, ("base.resnet.yaml", lower)));

    [Theory]
    [InlineData("n: 2\ndepth: 14", "n: 3")]
    [InlineData("output_stride: 8\nreplace_stride_with_dilation: [false]", "stages: [{ blocks: 1 }, { blocks: 1 }]")]
    [InlineData("frozen_stages: 0\ntrainable_layers: 1", "stages: [{ blocks: 1 }]\nfrozen_stages: 1")]
    [InlineData("stem: { preset: deep, convs: [{ channels: 8 }] }", "stages: [{ blocks: 1 }]\nstem: { channels: 9 }")]
    public void Both_ways_in_one_spec_are_a_mistake_over_any_base(string upper, string lower)
    {
        var finding = Spec.Wrong("extends: base.resnet.yaml\n" + upper, ("base.resnet.yaml", lower));
        Assert.Equal(("RNG1019", Spec.Path), (finding.Rule.Id, finding.Site.Path));
    }

    [Fact]
    public void Taps_rates_and_switches_are_replaced_whole() => Assert.Equal(
        Spec.Right("block: bottleneck\nstages: [{ blocks: 1 }, { blocks: 1, stride: 1, multi_grid: [2] }]\ntaps: [c2]"),
        Spec.Right(
            "extends: base.resnet.yaml\nblock: bottleneck\nstages: [{}, { blocks: 1, multi_grid: [2] }]\ntaps: [c2]",
            ("base.resnet.yaml", "stages: [{ blocks: 1 }, { blocks: 3, stride: 1, multi_grid: [1, 2, 4] }]\ntaps: [c1, c2, c3]\n")));

    [Fact]
    public void A_mapping_inside_a_mapping_merges_key_by_key_too() => Assert.Equal(
        Spec.Right("stem: { preset: deep, pool: { kind: average, kernel: 2, padding: 0, ceil_mode: true } }\nstages: [{ blocks: 1, norm: { kind: group, groups: 8, eps: 1e-3 } }]"),
        Spec.Right(
            "extends: base.resnet.yaml\nstem: { pool: { kernel: 2, padding: 0 } }\nstages: [{ norm: { eps: 1e-3 } }]",
            ("base.resnet.yaml", "extends: first.resnet.yaml\nstem: { pool: { ceil_mode: true } }\nstages: [{ norm: { groups: 8 } }]"),
            ("first.resnet.yaml", "stem: { preset: deep, pool: average }\nstages: [{ blocks: 1, norm: group }]")));

    private static void Same(string variant, string spelt) =>
        Assert.Equal(Spec.Right(spelt), Spec.Right(variant, ("base.resnet.yaml", Base)));
}
