using Microsoft.CodeAnalysis;
using ResNetGen.Generator.Tests.Support;

namespace ResNetGen.Generator.Tests.Diagnostics;

/// <summary>A comment in a spec silences warnings of that file, and no error.</summary>
public class SilencingTests
{
    // The middle of a group is cut: 100 x 4 / 64.
    private const string Cut = "block: bottleneck\ngroups: 32\nwidth_per_group: 4\nstages: [{ blocks: 1, width: 100 }]\n";

    private const string Source = "[ResNetGen.ResNet(\"net.resnet.yaml\")] partial class Net;";

    [Fact]
    public void A_warning_is_reported_and_the_network_is_made()
    {
        var run = Run(Cut);
        var found = Assert.Single(run.Diagnostics);
        Assert.Equal(("RNG1008", DiagnosticSeverity.Warning), (found.Id, found.Severity));
        Assert.Contains("class Bottleneck", run.Source, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("# resnetgen: disable RNG1008\n" + Cut)]
    [InlineData(Cut + "# resnetgen: disable RNG1008")]
    [InlineData("block: bottleneck # resnetgen: disable RNG1021, RNG1008\ngroups: 32\nwidth_per_group: 4\nstages: [{ blocks: 1, width: 100 }]\n")]
    public void A_comment_silences_it_wherever_it_stands(string yaml)
    {
        var run = Run(yaml).IsClean();
        Assert.Equal(Run(Cut).Source, run.Source);
    }

    [Theory]
    [InlineData("# resnetgen: disable RNG1021\n" + Cut, "RNG1008")]
    [InlineData("# resnetgen: disable rng1008\n" + Cut, "RNG1008")]
    [InlineData("# resnetgen: disable RNG0008\nstages: [{ blocks: 0 }]\n", "RNG0008")]
    public void A_comment_silences_nothing_else_and_no_error(string yaml, string rule) =>
        Assert.Equal(rule, Assert.Single(Run(yaml).Diagnostics).Id);

    [Fact]
    public void A_comment_silences_the_warnings_of_its_own_file_alone()
    {
        var run = Project.Of(Source + "\n[ResNetGen.ResNet(\"other.resnet.yaml\")] partial class Other;")
            .WithSpec("/project/net.resnet.yaml", "# resnetgen: disable RNG1008\n" + Cut)
            .WithSpec("/project/other.resnet.yaml", Cut).Run().Compiles();
        Assert.Equal("/project/other.resnet.yaml", Assert.Single(run.Diagnostics).Location.GetLineSpan().Path);
    }

    [Fact]
    public void A_comment_in_a_base_does_not_silence_what_extends_it()
    {
        const string extending = "extends: base.resnet.yaml\nstages: [{ width: 100 }]\n";
        var project = Project.Of(Source)
            .WithSpec("/project/base.resnet.yaml", "# resnetgen: disable RNG1008\n" + Cut.Replace("100", "128"))
            .WithSpec("/project/net.resnet.yaml", extending);
        Assert.Equal("/project/net.resnet.yaml", Assert.Single(project.Run().Compiles().Diagnostics).Location.GetLineSpan().Path);
        project.WithSpec("/project/net.resnet.yaml", "# resnetgen: disable RNG1008\n" + extending).Run().IsClean().Compiles();
    }

    private static GeneratorRun Run(string yaml) => Project.Of(Source).WithSpec("/project/net.resnet.yaml", yaml).Run().Compiles();
}
