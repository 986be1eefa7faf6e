using System.Text;
using Microsoft.CodeAnalysis.Text;
using ResNetGen.Architecture.Tests.Support;
using ResNetGen.Generator.Tests.Support;

namespace ResNetGen.Generator.Tests.Diagnostics;

/// <summary>What is wrong in a spec is reported in the spec.</summary>
public class SpecMistakeTests
{
    private const string SpecPath = "/project/net.resnet.yaml";

    [Theory]
    [InlineData("\n", false)]
    [InlineData("\r\n", false)]
    [InlineData("\n", true)]
    [InlineData("\r\n", true)]
    public void A_mistake_is_reported_in_the_file_as_it_was_saved(string end, bool hasMark)
    {
        var (text, site) = Marked.Parse("# größe 😀\nstages:\n  - { blocks: «0» }\n".Replace("\n", end), SpecPath);
        byte[] bytes = [.. hasMark ? Encoding.UTF8.Preamble : [], .. Encoding.UTF8.GetBytes(text)];
        var run = Project.Of("[ResNetGen.ResNet(\"net.resnet.yaml\")] partial class Net;")
            .WithSpec(new SpecText(SpecPath, SourceText.From(new MemoryStream(bytes), Encoding.UTF8))).Run().Compiles();
        Found.At("RNG0008", site, Assert.Single(run.Diagnostics));
    }

    [Fact]
    public void A_mistake_in_a_base_is_reported_once_for_all_that_extend_it()
    {
        var (text, site) = Marked.Parse("stages: [{ blocks: «0» }]", "/project/base.resnet.yaml");
        var run = Project.Of("""
            [ResNetGen.ResNet("a.resnet.yaml")] partial class A;
            [ResNetGen.ResNet("b.resnet.yaml")] partial class B;
            [ResNetGen.ResNet("c.resnet.yaml")] partial class C;
            """)
            .WithSpec("/project/base.resnet.yaml", text)
            .WithSpec("/project/a.resnet.yaml", "extends: base.resnet.yaml\n")
            .WithSpec("/project/b.resnet.yaml", "extends: base.resnet.yaml\nblock: bottleneck\n")
            .WithSpec("/project/c.resnet.yaml", "stages: [{ blocks: 1 }]\n").Run().Compiles();
        Found.At("RNG0008", site, Assert.Single(run.Diagnostics));
        Assert.Equal(3, run.Sources.Count);
        Assert.Single(run.Sources.Values, s => !s.Contains("has errors", StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_that_no_class_names_is_checked_too_but_may_lack_keys()
    {
        var run = Project.Of("").WithSpec("/project/a.resnet.yaml", "blok: basic\n").WithSpec("/project/b.resnet.yaml", "block: basic\n").Run();
        Assert.Equal(["RNG0005"], run.Diagnostics.Select(d => d.Id));
    }

    [Theory]
    [InlineData("", "RNG0002")]
    [InlineData("\0\u0001binary", "RNG0001")]
    [InlineData("stages: [", "RNG0001")]
    [InlineData("stages: [1\nblock: ]", "RNG0001")]
    [InlineData("just words", "RNG0007")]
    [InlineData("extends: net.resnet.yaml", "RNG0013")]
    [InlineData("extends: gone.resnet.yaml", "RNG0012")]
    [InlineData("block: basic", "RNG0010")]
    [InlineData("stages: [{ blocks: 1000000000 }]", "RNG0008")]
    [InlineData("stages: [{ blocks: 5001 }, { blocks: 5000 }]", "RNG1003")]
    public void A_file_that_is_no_spec_is_one_diagnostic_and_the_others_are_generated(string text, string rule)
    {
        var run = Project.Of("""
            [ResNetGen.ResNet("net.resnet.yaml")] partial class Net;
            [ResNetGen.ResNet(Blocks = new[] { 1 })] partial class Good;
            """).WithSpec(SpecPath, text).Run().Compiles();
        var found = Assert.Single(run.Diagnostics);
        Assert.Equal((rule, SpecPath), (found.Id, found.Location.GetLineSpan().Path));
        Assert.Equal(["Good.g.cs", "Net.g.cs"], run.Sources.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_empty_and_no_crash()
    {
        var run = Project.Of("[ResNetGen.ResNet(\"net.resnet.yaml\")] partial class Net;").WithSpec(new Unreadable()).Run();
        Assert.Equal("RNG0002", Assert.Single(run.Diagnostics).Id);
    }

    private sealed class Unreadable : Microsoft.CodeAnalysis.AdditionalText
    {
        public override string Path => SpecPath;

        public override SourceText? GetText(CancellationToken cancellationToken = default) => null;
    }
}
