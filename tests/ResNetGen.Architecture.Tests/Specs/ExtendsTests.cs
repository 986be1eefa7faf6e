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
        "extends: base.resnet.yaml\nblock: basic\nhead: { classes: 100 }\n",
        Base.Replace("Base", "net").Replace("bottleneck", "basic").Replace("10 }", "100 }"));

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
        Spec.Right(Base.Replace("Base", "net").Replace("blocks: 2", "blocks: 4").Replace("10 }", "7 }")),
        Spec.Right(
            "extends: lib/middle.resnet.yaml\nhead: { classes: 7 }\n",
            ("lib/middle.resnet.yaml", "extends: ../base.resnet.yaml\nname: Middle\nstages: [{ blocks: 4 }]\nhead: { classes: 8 }\n"),
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

    private static void Same(string variant, string spelt) =>
        Assert.Equal(Spec.Right(spelt), Spec.Right(variant, ("base.resnet.yaml", Base)));
}
