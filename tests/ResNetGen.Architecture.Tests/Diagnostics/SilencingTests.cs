using ResNetGen.Architecture.Specs;
using ResNetGen.Architecture.Tests.Support;

namespace ResNetGen.Architecture.Tests.Diagnostics;

/// <summary>Comments that silence warnings.</summary>
public class SilencingTests
{
    // RNG1008 for the width, RNG1021 for the dilation.
    private const string Warned = "block: bottleneck\nwidth_per_group: 3\nstages: [{ blocks: 1, width: 100 }, { blocks: 1, width: 128, stride: 1, dilation: 1 }]\n";

    [Theory]
    [InlineData("", "RNG1008 RNG1021")]
    [InlineData("# resnetgen: disable RNG1008", "RNG1021")]
    [InlineData("# resnetgen: disable RNG1021", "RNG1008")]
    [InlineData("# resnetgen: disable RNG1008, RNG1021", "")]
    [InlineData("# resnetgen: disable RNG1021 ,RNG1008 ", "")]
    [InlineData("# resnetgen: disable RNG1008\n# resnetgen: disable RNG1021", "")]
    [InlineData("name: Net # resnetgen: disable RNG1008", "RNG1021")]
    [InlineData("name: Net\t# resnetgen: disable RNG1008", "RNG1021")]
    [InlineData("# resnetgen: disable RNG1023", "RNG1008 RNG1021")]
    [InlineData("# resnetgen: disable rng1008", "RNG1008 RNG1021")]
    [InlineData("# resnetgen: disable RNG10080", "RNG1008 RNG1021")]
    [InlineData("# resnetgen: enable RNG1008", "RNG1008 RNG1021")]
    [InlineData("name: Net#resnetgen", null)] // no comment, and no name
    public void What_is_left(string comment, string? left)
    {
        foreach (var end in new[] { "\n", "\r\n", "\r" })
        {
            var text = (comment + "\n" + Warned).Replace("\n", end);
            Assert.Equal(left ?? "RNG0011", string.Join(' ', Spec.Compile(text).Findings.Select(f => f.Rule.Id)));
        }
    }

    [Fact]
    public void A_comment_behind_the_spec_silences_it_too() =>
        Assert.Equal("RNG1021", Assert.Single(Spec.Compile(Warned + "# resnetgen: disable RNG1008").Findings).Rule.Id);

    [Fact]
    public void Inside_a_word_it_is_no_comment() => Assert.Equal(
        ["RNG1008", "RNG1021"],
        SpecDocument.Parse("x", "a# resnetgen: disable RNG1009\nb: # resnetgen: disable RNG1021\n# resnetgen: disable RNG1008\n").Silenced);

    [Theory]
    [InlineData("RNG1001", "block: bottleneck\ngroups: 7\nstages: [{ blocks: 1 }]")]
    [InlineData("RNG0005", "blok: basic\nstages: [{ blocks: 1 }]")]
    [InlineData("RNG0008", "stages: [{ blocks: 0 }]")]
    [InlineData("RNG1012", "strided_padding: 0\nstages: [{ blocks: 1 }, { blocks: 1 }]")]
    public void An_error_is_never_silenced(string rule, string text) =>
        Assert.Equal(rule, Spec.Wrong($"# resnetgen: disable {rule}\n{text}").Rule.Id);

    [Fact]
    public void A_comment_holds_for_its_own_file()
    {
        const string comment = "# resnetgen: disable RNG1008, RNG1021\n";
        Assert.Equal(2, Spec.Compile(comment + "extends: base.resnet.yaml\n", ("base.resnet.yaml", Warned)).Findings.Count);
        Assert.Empty(Spec.Compile("extends: base.resnet.yaml\n", ("base.resnet.yaml", comment + Warned)).Findings);
    }
}
